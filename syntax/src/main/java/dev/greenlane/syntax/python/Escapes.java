package dev.greenlane.syntax.python;

/** Resolves the escapes of string literals that are not raw. */
final class Escapes {

    private Escapes() {}

    /** The text with its escapes resolved; an escape that is none stays as it is written. */
    static String resolve(String text, boolean bytes) {
        int escape = text.indexOf('\\');
        if (escape < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (escape >= 0 && escape + 1 < text.length()) {
            result.append(text, at, escape);
            at = one(text, escape, bytes, result);
            escape = text.indexOf('\\', at);
        }
        return result.append(text, at, text.length()).toString();
    }

    /** Resolves the escape at {@code escape} and gives the offset behind it. */
    private static int one(String text, int escape, boolean bytes, StringBuilder result) {
        char c = text.charAt(escape + 1);
        int next = escape + 2;
        switch (c) {
            case '\n' -> {}
            case '\r' -> {
                return text.startsWith("\n", next) ? next + 1 : next;
            }
            case '\\', '\'', '"' -> result.append(c);
            case 'a' -> result.append('\u0007');
            case 'b' -> result.append('\b');
            case 'f' -> result.append('\f');
            case 'n' -> result.append('\n');
            case 'r' -> result.append('\r');
            case 't' -> result.append('\t');
            case 'v' -> result.append('\u000B');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(text, escape + 1, result);
            }
            case 'x' -> {
                return hexadecimal(text, escape, 2, result);
            }
            case 'u' -> {
                return bytes ? unchanged(text, escape, result) : hexadecimal(text, escape, 4, result);
            }
            case 'U' -> {
                return bytes ? unchanged(text, escape, result) : hexadecimal(text, escape, 8, result);
            }
            case 'N' -> {
                return bytes ? unchanged(text, escape, result) : named(text, escape, result);
            }
            default -> {
                return unchanged(text, escape, result);
            }
        }
        return next;
    }

    private static int unchanged(String text, int escape, StringBuilder result) {
        result.append(text, escape, escape + 2);
        return escape + 2;
    }

    private static int octal(String text, int start, StringBuilder result) {
        int value = 0;
        int at = start;
        while (at < text.length() && at < start + 3 && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
            value = value * 8 + text.charAt(at) - '0';
            at++;
        }
        result.append((char) value);
        return at;
    }

    private static int hexadecimal(String text, int escape, int digits, StringBuilder result) {
        int start = escape + 2;
        int value = 0;
        for (int at = start; at < start + digits; at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                return unchanged(text, escape, result);
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            return unchanged(text, escape, result);
        }
        result.appendCodePoint(value);
        return start + digits;
    }

    private static int named(String text, int escape, StringBuilder result) {
        int close = text.startsWith("{", escape + 2) ? text.indexOf('}', escape) : -1;
        if (close < 0 || close - escape > 100) {
            return unchanged(text, escape, result);
        }
        try {
            result.appendCodePoint(Character.codePointOf(text.substring(escape + 3, close)));
        } catch (IllegalArgumentException e) {
            result.append(text, escape, close + 1);
        }
        return close + 1;
    }
}
