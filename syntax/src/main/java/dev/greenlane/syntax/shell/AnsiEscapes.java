package dev.greenlane.syntax.shell;

/** The escapes in {@code $'…'}. */
final class AnsiEscapes {
    private final String text;
    private final StringBuilder decoded;
    private int position;

    private AnsiEscapes(String text) {
        this.text = text;
        this.decoded = new StringBuilder(text.length());
    }

    static String decode(String text) {
        return text.indexOf('\\') < 0 ? text : new AnsiEscapes(text).decoded();
    }

    /** A NUL cannot be part of a word: the text ends at the first one. */
    private String decoded() {
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c != '\\' || position == text.length()) {
                decoded.append(c);
            } else if (!escape(text.charAt(position++))) {
                break;
            }
        }
        return decoded.toString();
    }

    private boolean escape(char c) {
        switch (c) {
            case 'a' -> decoded.append('\u0007');
            case 'b' -> decoded.append('\b');
            case 'e', 'E' -> decoded.append('\u001b');
            case 'f' -> decoded.append('\f');
            case 'n' -> decoded.append('\n');
            case 'r' -> decoded.append('\r');
            case 't' -> decoded.append('\t');
            case 'v' -> decoded.append('\u000b');
            case '\\', '\'', '"', '?' -> decoded.append(c);
            case 'x' -> {
                return hexadecimal(c, 2);
            }
            case 'u' -> {
                return hexadecimal(c, 4);
            }
            case 'U' -> {
                return hexadecimal(c, 8);
            }
            case 'c' -> {
                return control();
            }
            default -> {
                if (Character.digit(c, 8) >= 0 && c < 128) {
                    position--;
                    return number(8, 3, 0xff);
                }
                decoded.append('\\').append(c);
            }
        }
        return true;
    }

    private boolean hexadecimal(char kind, int longest) {
        if (position < text.length() && isDigit(text.charAt(position), 16)) {
            return number(16, longest, kind == 'x' ? 0xff : -1);
        }
        decoded.append('\\').append(kind);
        return true;
    }

    private boolean number(int radix, int longest, int mask) {
        int value = 0;
        int end = Math.min(position + longest, text.length());
        while (position < end && isDigit(text.charAt(position), radix)) {
            value = value * radix + Character.digit(text.charAt(position++), radix);
        }
        value &= mask;
        if (value == 0) {
            return false;
        }
        decoded.appendCodePoint(Character.isValidCodePoint(value) ? value : 0xfffd);
        return true;
    }

    private boolean control() {
        if (position == text.length()) {
            decoded.append("\\c");
            return true;
        }
        char c = text.charAt(position++);
        if (c == '\\' && position < text.length() && text.charAt(position) == '\\') {
            position++;
        }
        char control = c == '?' ? '\u007f' : (char) (Character.toUpperCase(c) & 0x1f);
        decoded.append(control);
        return control != 0;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
