package dev.greenlane.models.judge;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values as JSON from which no text inside can break out, neither of a string nor of the tags around it, and in which nothing is
 * invisible: what opens a tag, control and format characters are written as escapes. Stateless.
 */
final class Quoted {
    private Quoted() {}

    /** Maps in their order, lists, and the text of anything else. */
    static String of(Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        switch (value) {
            case Map<?, ?> members -> {
                json.append('{');
                String between = "";
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.append(between);
                    text(String.valueOf(member.getKey()), json);
                    json.append(':');
                    write(member.getValue(), json);
                    between = ",\n";
                }
                json.append('}');
            }
            case List<?> elements -> {
                json.append('[');
                String between = "";
                for (Object element : elements) {
                    json.append(between);
                    write(element, json);
                    between = ",";
                }
                json.append(']');
            }
            case Integer number -> json.append(number.intValue());
            default -> text(value.toString(), json);
        }
    }

    private static void text(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                case '<' -> escape(c, json);
                default -> {
                    if (isSeen(c)) {
                        json.appendCodePoint(c);
                    } else {
                        for (char unit : Character.toChars(c)) {
                            escape(unit, json);
                        }
                    }
                }
            }
            i += Character.charCount(c);
        }
        json.append('"');
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void escape(int unit, StringBuilder json) {
        json.append(String.format(Locale.ROOT, "\\u%04x", unit));
    }
}
