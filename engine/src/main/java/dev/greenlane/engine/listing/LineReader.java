package dev.greenlane.engine.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads things from lines without a heading, one thing a line: names, files, branches, columns. */
final class LineReader {

    private static final int MOST_WORDS = 12;
    private static final int FEW_COLUMNS = 4;
    private static final Pattern LONG_LIST_LINE = Pattern.compile(
            "^[-dlbcps][-rwxsStT]{9}[.+@]?\\s+\\d+\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+\\s+\\S+\\s+\\S+|\\S+\\s+\\S+)\\s+(\\S.*)$");
    /** As above, with the date as {@code 2026-01-14 09:12}. */
    private static final Pattern ISO_LINE = Pattern.compile(
            "^[-dlbcps][-rwxsStT]{9}[.+@]?\\s+\\d+\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\d{4}-\\d\\d-\\d\\d\\s+\\d\\d:\\d\\d\\S*)\\s+(\\S.*)$");

    /** {@code [DIR] name}: of what sort a line's thing is. */
    private static final Pattern SORT = Pattern.compile("^\\[([A-Za-z]{1,10})\\]\\s+(\\S+)$");

    /** {@code [ 'orders', 'leads' ]}, as shells of databases write a list of names. */
    private static final Pattern LIST = Pattern.compile("\\[\\s*'[^']{1,200}'(?:\\s*,\\s*'[^']{1,200}')*\\s*\\]");

    /** Several names a line, as {@code ls} writes them on a terminal. */
    private static final Pattern COLUMNS = Pattern.compile("\\S+(?:(?: {2,}|\\t+)\\S+)+");

    private static final Pattern REMOTE_HEAD = Pattern.compile("^[0-9a-f]{7,64}\\s+refs/(?:heads|tags)/(\\S+)$");

    /** {@code /srv/app:} before what lies there, where several folders are listed. */
    private static final Pattern FOLDER = Pattern.compile("(\\S*[^\\s:/])/?:");

    private final Collected found;
    private String folder = "";

    private LineReader(Collected found) {
        this.found = found;
    }

    static void read(List<String> lines, Collected found) {
        new LineReader(found).all(lines);
    }

    private void all(List<String> lines) {
        Set<String> context = found.context();
        boolean branches = context.contains("git") && context.contains("branch");
        boolean files = context.contains("ls") || context.contains("find");
        if (tabbed(lines)) {
            return;
        }
        for (String line : lines) {
            String text = line.strip();
            Matcher remote = REMOTE_HEAD.matcher(text);
            Matcher file = ISO_LINE.matcher(line).matches() ? ISO_LINE.matcher(line) : LONG_LIST_LINE.matcher(line);
            if (LIST.matcher(text).matches()) {
                for (String name : text.substring(1, text.length() - 1).split(",")) {
                    add(ListingReader.unquoted(name), Map.of());
                }
                continue;
            }
            Matcher sorted = SORT.matcher(text);
            Matcher heading = FOLDER.matcher(text);
            if (files && heading.matches()) {
                folder = heading.group(1) + "/";
            } else if (sorted.matches()) {
                add(sorted.group(2), Map.of("type", sorted.group(1).toLowerCase(Locale.ROOT)));
            } else if (remote.matches()) {
                add("origin/" + remote.group(1), Map.of("side", "remote"));
            } else if (file.matches()) {
                file(file);
            } else if (branches) {
                branch(text);
            } else if (files && COLUMNS.matcher(text).matches()) {
                List.of(text.split("\\s+")).forEach(name -> add(name, Map.of()));
            } else if (!text.isEmpty() && (files || text.split("\\s+").length == 1)) {
                add(text, Map.of());
            } else if (text.split("\\s+").length <= MOST_WORDS && !text.isEmpty() && !text.endsWith(".")) {
                columns(text);
            }
        }
    }

    /** Several lines with the same number of tabs: what differs from line to line in a column is what a thing is called. */
    private boolean tabbed(List<String> lines) {
        List<List<String>> rows = lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        if (rows.size() < 2
                || columns < FEW_COLUMNS
                || rows.stream().anyMatch(row -> Math.abs(row.size() - columns) > 1)) {
            return false;
        }
        List<Integer> naming = IntStream.range(0, columns)
                .filter(at -> rows.stream()
                                .map(row -> at < row.size() ? row.get(at).strip() : "")
                                .filter(cell -> !cell.isEmpty())
                                .distinct()
                                .count()
                        == rows.size())
                .boxed()
                .toList();
        for (List<String> row : rows) {
            List<String> names = naming.isEmpty()
                    ? List.of(row.getFirst().strip())
                    : naming.stream()
                            .filter(at -> at < row.size())
                            .map(at -> row.get(at).strip())
                            .toList();
            named(names, row, String.join("\t", row));
        }
        return true;
    }

    private void file(Matcher file) {
        Map<String, String> properties = new LinkedHashMap<>(
                Map.of("owner", file.group(1), "group", file.group(2), "size", file.group(3), "date", file.group(4)));
        int arrow = file.group(5).indexOf(" -> ");
        String name = arrow < 0 ? file.group(5) : file.group(5).substring(0, arrow);
        if (arrow >= 0) {
            properties.put("target", file.group(5).substring(arrow + 4));
        }
        add(folder.isEmpty() || name.startsWith("/") ? name : folder + name, properties);
    }

    /** Columns without a heading: the first is the name, and of few columns each may be one. */
    private void columns(String line) {
        List<String> cells = List.of(
                line.contains("|")
                        ? line.replaceAll("^[|+\\s]+|[|+\\s]+$", "").split("\\s*\\|\\s*")
                        : line.contains("\t")
                                ? line.split("\\s*\t\\s*")
                                : line.replaceFirst("^(\\S+):\\s", "$1 ").split("\\s+"));
        if (cells.size() > 1 && cells.stream().map(Thing::kind).distinct().count() == 1) {
            cells.forEach(cell -> add(cell, Map.of()));
            return;
        }
        named(cells.size() <= FEW_COLUMNS ? cells : cells.subList(0, 1), cells, line);
    }

    /** A thing of a line without a heading. A cell that is a state is no name, and tells that of the thing. */
    private void named(List<String> names, List<String> cells, String line) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("", line);
        cells.stream().filter(States::isState).findFirst().ifPresent(state -> properties.put("state", state.strip()));
        List<String> left = names.stream()
                .filter(name -> !name.isBlank() && !States.isState(name))
                .toList();
        found.add(left.isEmpty() ? names : left, properties);
    }

    /** A line of {@code git branch}: {@code * main}, {@code remotes/origin/x}, {@code x 1a2b3c4 message}. */
    private void branch(String line) {
        String text = line.replaceFirst("^[*+]\\s+", "");
        String name = text.split("\\s+", 2)[0];
        if (name.isEmpty() || text.contains("->")) {
            return;
        }
        boolean remote = name.startsWith("remotes/") || found.context().contains("r") && name.contains("/");
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("side", remote ? "remote" : "local");
        if (text.length() > name.length()) {
            properties.put("", text.substring(name.length()).strip());
        }
        if (found.context().contains("merged")) {
            properties.put("merged", found.context().contains("no") ? "false" : "true");
        }
        add(name.replaceFirst("^remotes/", ""), properties);
    }

    private void add(String name, Map<String, String> properties) {
        found.add(List.of(name), properties);
    }
}
