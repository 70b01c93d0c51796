package dev.greenlane.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Fits text into lines. Stateless. */
public final class Lines {
    private Lines() {}

    /**
     * The text with everything made visible that a terminal would act on instead of showing: line ends, escapes, marks that
     * turn the direction of writing.
     */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> visible.append("\\n");
                case '\t' -> visible.append("\\t");
                case '\r' -> visible.append("\\r");
                default -> {
                    int type = Character.getType(c);
                    if (type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR) {
                        visible.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        visible.appendCodePoint(c);
                    }
                }
            }
        });
        return visible.toString();
    }

    /** At most {@code width} columns of one line of visible text; what is cut off in its middle shows as {@code ...}. */
    public static String cut(String text, int width) {
        String line = text.length() <= 8 * width ? visible(text) : visible(ends(text, 4 * width));
        if (line.length() <= width) {
            return line;
        }
        return ends(line, width);
    }

    private static String ends(String text, int length) {
        int back = Math.max(0, (length - 3) / 3);
        int front = Math.max(0, length - 3 - back);
        return text.substring(0, front) + "..." + text.substring(text.length() - back);
    }

    /** The words of a text in lines of at most {@code width} columns; a longer word stands alone. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : visible(text.replace('\n', ' ')).split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
