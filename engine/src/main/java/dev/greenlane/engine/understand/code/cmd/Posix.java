package dev.greenlane.engine.understand.code.cmd;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes words so that a POSIX shell takes them as they are. */
final class Posix {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+:,./=-]+");

    private Posix() {}

    /** A word; devices by their POSIX names, {@code *} and {@code ?} as patterns. */
    static String word(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "nul", "nul:", "\\\\.\\nul" -> {
                return "/dev/null";
            }
            case "con", "con:", "conin$", "conout$" -> {
                return "/dev/tty";
            }
            default -> {}
        }
        return PLAIN.matcher(word).matches() ? word : quoted(word, true);
    }

    /** Text in quotes; parts that are not known stand in the double ones. */
    static String quoted(String text, boolean patterns) {
        StringBuilder quoted = new StringBuilder("'");
        int marks = text.startsWith("\\\\?\\") ? 4 : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted.append("'\\''");
            } else if (c >= '\uE000' && c <= '\uF8FF') {
                quoted.append("'\"").append(c).append("\"'");
            } else if (patterns && i >= marks && (c == '*' || c == '?')) {
                quoted.append('\'').append(c).append('\'');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }
}
