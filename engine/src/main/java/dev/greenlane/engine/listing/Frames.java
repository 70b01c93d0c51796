package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables that are drawn with lines around them, as tables with bars between their cells: {@code | a | b |}, {@code │ a │ b │}. Their
 * rules and their titles are left out.
 */
final class Frames {

    private static final Pattern BARS = Pattern.compile("[│┃║┆┊]");
    private static final Pattern RULE = Pattern.compile("[\\s|+=:─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╰╯╞╡╪┏┓┗┛┣┫┳┻╋┡┩╇┠┨╂-]+");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}\\s|]{1,2}");

    private Frames() {}

    /** The same lines, if no such table is among them. */
    static List<String> plain(List<String> lines) {
        List<String> rows = new ArrayList<>();
        int most = 0;
        for (String line : lines) {
            String text = BARS.matcher(line.strip()).replaceAll("|");
            if (RULE.matcher(text).matches()) {
                continue;
            }
            boolean framed = text.length() > 2 && text.startsWith("|") && text.endsWith("|");
            if (!framed && !text.isEmpty()) {
                return lines;
            }
            rows.add(text);
            most = Math.max(most, cells(text).size());
        }
        int columns = most;
        rows.removeIf(row -> cells(row).size() < Math.min(2, columns));
        if (rows.isEmpty() || columns < 2) {
            return lines;
        }
        rows.set(0, named(rows.getFirst()));
        return rows;
    }

    /** The first row, in which a sign may stand for the name of a column: {@code ↺}. */
    private static String named(String row) {
        List<String> cells = cells(row).stream()
                .map(cell -> SIGN.matcher(cell).matches() ? "#" : cell)
                .toList();
        return "| " + String.join(" | ", cells) + " |";
    }

    private static List<String> cells(String row) {
        return row.length() < 2
                ? List.of()
                : List.of(row.substring(1, row.length() - 1).split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList();
    }
}
