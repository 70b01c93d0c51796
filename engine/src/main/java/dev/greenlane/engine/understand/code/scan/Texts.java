package dev.greenlane.engine.understand.code.scan;

/** Escapes that most languages share. */
final class Texts {

    private Texts() {}

    /** A text with its escapes resolved; an escape that is none gives its character. */
    static String unescaped(String text) {
        int escape = text.indexOf('\\');
        if (escape < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (escape >= 0 && escape + 1 < text.length()) {
            result.append(text, at, escape);
            at = one(text, escape + 1, result);
            escape = text.indexOf('\\', at);
        }
        return result.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    private static int one(String text, int at, StringBuilder result) {
        char c = text.charAt(at);
        switch (c) {
            case 'n' -> result.append('\n');
            case 't' -> result.append('\t');
            case 'r' -> result.append('\r');
            case '0' -> result.append('\0');
            case 'x' -> {
                return hexadecimal(text, at, 2, result);
            }
            case 'u' -> {
                return hexadecimal(text, at, 4, result);
            }
            default -> result.append(c);
        }
        return at + 1;
    }

    private static int hexadecimal(String text, int at, int digits, StringBuilder result) {
        int value = 0;
        int end = at + 1;
        while (end < text.length() && end <= at + digits && Character.digit(text.charAt(end), 16) >= 0) {
            value = value * 16 + Character.digit(text.charAt(end), 16);
            end++;
        }
        result.append(end == at + 1 ? text.charAt(at) : (char) value);
        return end;
    }
}
