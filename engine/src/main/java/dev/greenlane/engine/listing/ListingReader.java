package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one result of a call. What it cannot read lists nothing; it never fails. */
final class ListingReader {

    private static final int MOST_THINGS = 2_000;
    private static final int MOST_WORDS = 12;
    private static final int FEW_COLUMNS = 4;

    private static final Pattern TELLS_THE_USER =
            Pattern.compile("^\\s*(?:echo\\s+\"?\\$\\{?USER\\}?\"?|whoami|id\\s+-un|logname)\\b.*", Pattern.DOTALL);
    /** {@code key: value}, {@code "key": "value",}, {@code key = value} on a line of its own. */
    private static final Pattern MEMBER =
            Pattern.compile("^[\\s{\\[,-]*[\"']?([A-Za-z][\\w .-]{0,40}?)[\"']?\\s*[:=]\\s+(.*?)[\\s,}\\]]*$");
    /** {@code Key=value} among others on one line. */
    private static final Pattern PAIR = Pattern.compile("([A-Za-z][\\w.-]{0,40})=(\"[^\"]*\"|\\S+)");
    /** {@code "key": value} among others on one line of JSON. */
    private static final Pattern JSON_PAIR =
            Pattern.compile("[\"']([\\w .-]{1,41})[\"']\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[\\w.+-]+)");

    private static final Pattern LONG_LIST_LINE = Pattern.compile(
            "^[-dlbcps][-rwxsStT]{9}[.+@]?\\s+\\d+\\s+(\\S+)\\s+(\\S+)\\s+\\S+\\s+(\\S+\\s+\\S+\\s+\\S+|\\S+\\s+\\S+)\\s+(\\S.*)$");
    private static final Pattern NAMING = Pattern.compile(
            "(?:^|.*["
                + " _.-]|.*[a-z])(?:id|name|key|ref|arn|path|title|branch|tag|slug|uri|url|uid|number|file|filename|service|subject|email|iban|account)$",
            Pattern.CASE_INSENSITIVE);
    /** Keys that name something else than the thing itself. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:user|owner|group|parent|tenant|org|organization|team|author|creator|created.?by|node|host|project|assignee|reporter)"
                + ".{0,3}(?:id|name|key|ref|uid|email|number)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REMOTE_HEAD = Pattern.compile("^[0-9a-f]{7,64}\\s+refs/(?:heads|tags)/(\\S+)$");
    private static final Pattern GAP = Pattern.compile("\\s{2,}|\\t|\\s*\\|\\s*");

    private ListingReader() {}

    static boolean tellsTheUser(String call) {
        return TELLS_THE_USER.matcher(call).matches();
    }

    static List<Thing> read(String call, String result) {
        Set<String> context = Thing.pieces(call.length() > 400 ? call.substring(0, 400) : call);
        List<String> lines = result.lines().limit(4L * MOST_THINGS).toList();
        List<Thing> things = new ArrayList<>();
        if (!records(lines, context, things) && !table(lines, context, things)) {
            plain(lines, context, things);
        }
        return things.size() <= MOST_THINGS ? things : things.subList(0, MOST_THINGS);
    }

    // ---- records: several lines of "key: value", or several pairs a line --------------------------------------------

    private static boolean records(List<String> lines, Set<String> context, List<Thing> things) {
        Map<String, String> record = new LinkedHashMap<>();
        int members = 0;
        int other = 0;
        for (String line : lines) {
            String text = line.strip();
            if (pairs(text, context, things)) {
                members++;
                continue;
            }
            boolean ends = text.isEmpty() || text.startsWith("- ") || text.startsWith("{") || text.startsWith("}");
            if (ends) {
                finish(record, context, things);
            }
            Matcher member = MEMBER.matcher(line);
            if (member.matches()) {
                String key = member.group(1).toLowerCase(Locale.ROOT);
                if (record.containsKey(key)) {
                    finish(record, context, things);
                }
                record.put(key, unquoted(member.group(2)));
                members++;
            } else if (!ends && !text.matches("[\\[\\]{}(),\"']*")) {
                other++;
            }
        }
        finish(record, context, things);
        boolean mostly = members > other && !things.isEmpty();
        if (!mostly) {
            things.clear();
        }
        return mostly;
    }

    private static boolean pairs(String line, Set<String> context, List<Thing> things) {
        Map<String, String> record = new LinkedHashMap<>();
        Matcher pair = line.contains("\":") || line.contains("':") ? JSON_PAIR.matcher(line) : PAIR.matcher(line);
        List<Map<String, String>> found = new ArrayList<>();
        while (pair.find()) {
            String key = pair.group(1).toLowerCase(Locale.ROOT);
            if (record.containsKey(key)) {
                found.add(record);
                record = new LinkedHashMap<>();
            }
            record.put(key, unquoted(pair.group(2)));
        }
        found.add(record);
        if (found.get(0).size() < 2) {
            return false;
        }
        found.forEach(each -> finish(each, context, things));
        return true;
    }

    private static void finish(Map<String, String> record, Set<String> context, List<Thing> things) {
        Set<String> names = new LinkedHashSet<>();
        record.forEach((key, value) -> {
            if (names(key) && !value.isBlank()) {
                names.add(value);
            }
        });
        if (!names.isEmpty() && things.size() < MOST_THINGS) {
            things.add(new Thing(List.copyOf(names), record, context));
        }
        record.clear();
    }

    // ---- tables
    // ------------------------------------------------------------------------------------------------------

    private static boolean table(List<String> lines, Set<String> context, List<Thing> things) {
        for (int at = 0; at < lines.size(); at++) {
            List<String> header = cells(lines.get(at));
            List<String> words = List.of(lines.get(at).strip().split("\\s+"));
            List<String> rows = lines.subList(at + 1, lines.size());
            if (isHeader(words)
                    && fitting(rows, words, ListingReader::words) > fitting(rows, header, ListingReader::cells)) {
                rows.forEach(line -> row(words, words(line), context, things));
                break;
            }
            if (isHeader(header)) {
                rows.forEach(line -> row(header, cells(line), context, things));
                break;
            }
        }
        return !things.isEmpty();
    }

    /** How many rows have as many cells as the heading. */
    private static long fitting(List<String> rows, List<String> header, Function<String, List<String>> split) {
        return rows.stream()
                .filter(row -> split.apply(row).size() == header.size())
                .count();
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    private static List<String> cells(String line) {
        String text = line.strip();
        if (text.contains("|") || text.contains("\t") || !GAP.matcher(text).find()) {
            String[] cells = text.contains("|")
                    ? text.replaceAll("^\\||\\|$", "").split("\\|", -1)
                    : text.contains("\t") ? text.split("\t", -1) : text.split("\\s+|,\\s*");
            return List.of(cells).stream().map(String::strip).toList();
        }
        return List.of(GAP.split(text));
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() > 1
                && cells.stream().allMatch(cell -> cell.matches("[A-Za-z#][A-Za-z0-9 _()%#./:-]{0,30}"))
                && (cells.stream().allMatch(cell -> cell.equals(cell.toUpperCase(Locale.ROOT)))
                        || cells.stream().allMatch(cell -> Character.isUpperCase(cell.charAt(0)))
                        || cells.stream().anyMatch(cell -> names(cell))
                                && cells.stream().noneMatch(cell -> cell.matches(".*\\d.*")));
    }

    private static void row(List<String> header, List<String> cells, Set<String> context, List<Thing> things) {
        List<String> values = cells;
        if (values.size() != header.size()) {
            values = List.of(String.join(" ", cells).strip().split("\\s+"));
        }
        if (values.size() < 2 || values.size() > header.size() + 3 || things.size() >= MOST_THINGS) {
            return;
        }
        if (values.stream().allMatch(cell -> cell.matches("[-+=:]*"))) {
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (int column = 0; column < Math.min(header.size(), values.size()); column++) {
            String key = header.get(column).toLowerCase(Locale.ROOT);
            String value = unquoted(values.get(column));
            properties.put(key, value);
            if (names(key) && !value.isEmpty()) {
                names.add(value);
            }
        }
        if (names.isEmpty()) {
            names.add(unquoted(values.get(0)));
        }
        names.remove("");
        if (!names.isEmpty()) {
            things.add(new Thing(List.copyOf(names), properties, context));
        }
    }

    // ---- one name a line
    // ---------------------------------------------------------------------------------------------

    private static void plain(List<String> lines, Set<String> context, List<Thing> things) {
        boolean branches = context.contains("git") && context.contains("branch");
        boolean files = context.contains("ls") || context.contains("find");
        for (String line : lines) {
            Matcher remote = REMOTE_HEAD.matcher(line.strip());
            Matcher file = LONG_LIST_LINE.matcher(line);
            String text = line.strip();
            if (remote.matches()) {
                add("origin/" + remote.group(1), Map.of("side", "remote"), context, things);
            } else if (file.matches()) {
                add(
                        file.group(4),
                        Map.of("owner", file.group(1), "group", file.group(2), "date", file.group(3)),
                        context,
                        things);
            } else if (branches) {
                branch(text, context, things);
            } else if (!text.isEmpty() && (files || text.split("\\s+").length == 1)) {
                add(text, Map.of(), context, things);
            } else if (text.split("\\s+").length <= MOST_WORDS && !text.isEmpty() && !text.endsWith(".")) {
                columns(text, context, things);
            }
        }
    }

    /** Columns without a heading: the first is the name, and of few columns each may be one. */
    private static void columns(String line, Set<String> context, List<Thing> things) {
        List<String> cells = List.of(
                line.contains("|")
                        ? line.replaceAll("^[|+\\s]+|[|+\\s]+$", "").split("\\s*\\|\\s*")
                        : line.replaceFirst("^(\\S+):\\s", "$1 ").split("\\s+"));
        if (cells.size() > 1 && cells.stream().map(Thing::kind).distinct().count() == 1) {
            cells.forEach(cell -> add(cell, Map.of(), context, things));
            return;
        }
        List<String> names = cells.size() <= FEW_COLUMNS ? cells : cells.subList(0, 1);
        if (things.size() < MOST_THINGS) {
            things.add(new Thing(names, Map.of("", line), context));
        }
    }

    /** A line of {@code git branch}: {@code * main}, {@code remotes/origin/x}, {@code x 1a2b3c4 message}. */
    private static void branch(String line, Set<String> context, List<Thing> things) {
        String text = line.replaceFirst("^[*+]\\s+", "");
        String name = text.split("\\s+", 2)[0];
        if (name.isEmpty() || text.contains("->")) {
            return;
        }
        boolean remote = name.startsWith("remotes/") || context.contains("r") && name.contains("/");
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("side", remote ? "remote" : "local");
        if (text.length() > name.length()) {
            properties.put("", text.substring(name.length()).strip());
        }
        if (context.contains("merged")) {
            properties.put("merged", context.contains("no") ? "false" : "true");
        }
        add(name.replaceFirst("^remotes/", ""), properties, context, things);
    }

    private static void add(String name, Map<String, String> properties, Set<String> context, List<Thing> things) {
        if (things.size() < MOST_THINGS) {
            things.add(new Thing(List.of(name), properties, context));
        }
    }

    private static boolean names(String key) {
        return NAMING.matcher(key).matches() && !OTHERS.matcher(key).matches();
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
