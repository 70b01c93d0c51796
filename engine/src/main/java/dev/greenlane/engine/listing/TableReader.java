package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads things from tables: a line of headings, and rows whose cells stand below them. */
final class TableReader {

    /** Each line that may be one of headings is held against all lines below it. */
    private static final int MOST_HEADINGS = 20;

    private static final Pattern GAP = Pattern.compile("\\s{2,}|\\t|\\s*\\|\\s*");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    /** What stands before a row and tells how it is, below no heading. */
    private static final Pattern MARK = Pattern.compile("^(\\s*)[●○*×✗✓✔↻>](?=\\s)");

    private static final Pattern HEADING = Pattern.compile("[A-Za-z#][A-Za-z0-9 _()%#./:-]{0,30}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMAS = Pattern.compile("\\s+|,\\s*");
    private static final Pattern FRAME = Pattern.compile("^\\||\\|$");
    private static final Set<String> STATES = Set.of("st", "s", "status", "state", "conclusion", "result");
    private static final Pattern RULE = Pattern.compile("[-+=:─━┄]*");

    /** What some programs write instead of a word for a state. */
    private static final Map<String, String> SIGNS = Map.of(
            "X",
            "failed",
            "✗",
            "failed",
            "×",
            "failed",
            "✓",
            "success",
            "✔",
            "success",
            "-",
            "cancelled",
            "*",
            "running");

    private final Collected found;

    private TableReader(Collected found) {
        this.found = found;
    }

    /** Finds nothing where no line is one of headings. */
    static void read(List<String> lines, Collected found) {
        new TableReader(found).all(lines);
    }

    private void all(List<String> lines) {
        int tried = 0;
        for (int at = 0; at < lines.size() && tried < MOST_HEADINGS; at++) {
            String heading = lines.get(at);
            List<String> header = cells(heading);
            List<String> words = words(heading);
            if (!isHeader(words) && !isHeader(header)) {
                continue;
            }
            tried++;
            List<String> rows = lines.subList(at + 1, lines.size()).stream()
                    .map(TableReader::unmarked)
                    .toList();
            if (isHeader(words)
                    && fitting(rows, words, TableReader::words) > fitting(rows, header, TableReader::cells)) {
                rows.forEach(line -> row(heading, words, words(line), line, WORD));
                return;
            }
            if (isHeader(header)) {
                boolean close = header.size() < words.size() && isEachAColumn(heading, rows);
                rows.forEach(line -> row(heading, close ? words : header, cells(line), line, close ? WORD : CELL));
                return;
            }
        }
    }

    /** Whether in all rows a word stands right below each word of the heading: those are headings of narrow columns. */
    private static boolean isEachAColumn(String heading, List<String> rows) {
        List<Integer> starts =
                WORD.matcher(heading).results().map(MatchResult::start).toList();
        return !rows.isEmpty()
                && rows.stream()
                        .takeWhile(row -> !row.isBlank())
                        .allMatch(row -> starts.stream().allMatch(start -> begins(row, start)));
    }

    private static boolean begins(String row, int start) {
        return start < row.length()
                && !Character.isWhitespace(row.charAt(start))
                && (start == 0 || Character.isWhitespace(row.charAt(start - 1)));
    }

    private static String unmarked(String line) {
        Matcher mark = MARK.matcher(line);
        return mark.find() ? mark.group(1) + " " + line.substring(mark.end()) : line;
    }

    /** How many rows have as many cells as the heading. */
    private static long fitting(List<String> rows, List<String> header, Function<String, List<String>> split) {
        return rows.stream()
                .filter(row -> split.apply(row).size() == header.size())
                .count();
    }

    private static List<String> words(String line) {
        return List.of(SPACES.split(line.strip()));
    }

    private static List<String> cells(String line) {
        String text = line.strip();
        if (text.contains("|") || text.contains("\t") || !GAP.matcher(text).find()) {
            String[] cells = text.contains("|")
                    ? (text.startsWith("|") ? FRAME.matcher(text).replaceAll("") : text).split("\\|", -1)
                    : text.contains("\t") ? text.split("\t", -1) : COMMAS.split(text);
            return List.of(cells).stream().map(String::strip).toList();
        }
        return List.of(GAP.split(text));
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() > 1
                && cells.stream().allMatch(cell -> HEADING.matcher(cell).matches())
                && (cells.stream().allMatch(cell -> cell.equals(cell.toUpperCase(Locale.ROOT)))
                        || cells.stream().allMatch(cell -> Character.isUpperCase(cell.charAt(0)))
                        || cells.stream().anyMatch(Keys::names)
                                && cells.stream()
                                        .noneMatch(cell -> DIGIT.matcher(cell).find()));
    }

    /** @param column how the headings stand in their line */
    private void row(String heading, List<String> header, List<String> cells, String line, Pattern column) {
        if (line.isBlank()
                || heading.contains("|") && !line.contains("|")
                || cells.stream().allMatch(cell -> RULE.matcher(cell).matches())
                || found.isFull()) {
            return;
        }
        List<String> values = cells;
        if (values.size() != header.size()) {
            boolean framed =
                    line.contains("|") || line.contains("\t") || heading.contains("|") || heading.contains("\t");
            values = framed ? words(String.join(" ", cells)) : below(heading, line, column);
        }
        if (values.stream().filter(value -> !value.isEmpty()).count() < 2 || values.size() > header.size() + 3) {
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < Math.min(header.size(), values.size()); at++) {
            String key = header.get(at).toLowerCase(Locale.ROOT);
            String value = ListingReader.unquoted(values.get(at));
            boolean sign = SIGNS.containsKey(value) && STATES.contains(key);
            properties.put(key, sign ? SIGNS.getOrDefault(value, value) : value);
            if (Keys.names(key) && !value.isEmpty()) {
                names.add(value);
            }
        }
        if (names.isEmpty()) {
            names.add(ListingReader.unquoted(values.get(0)));
        }
        names.remove("");
        found.add(List.copyOf(names), properties);
    }

    /** The words of a row by the headings below which they stand; some cells may be empty. */
    private static List<String> below(String heading, String line, Pattern column) {
        List<MatchResult> columns = column.matcher(heading).results().toList();
        List<StringBuilder> cells = new ArrayList<>();
        columns.forEach(each -> cells.add(new StringBuilder()));
        int from = 0;
        for (MatchResult word : WORD.matcher(line).results().toList()) {
            int best = from;
            int most = 0;
            for (int at = from; at < columns.size(); at++) {
                MatchResult each = columns.get(at);
                int shared = Math.min(each.end(), word.end()) - Math.max(each.start(), word.start());
                if (shared > most || most == 0 && each.start() <= word.start()) {
                    best = at;
                    most = Math.max(0, shared);
                }
            }
            StringBuilder cell = cells.get(best);
            cell.append(cell.isEmpty() ? "" : " ").append(word.group());
            from = best;
        }
        return cells.stream().map(StringBuilder::toString).toList();
    }
}
