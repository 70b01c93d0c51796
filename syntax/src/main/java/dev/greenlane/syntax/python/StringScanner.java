package dev.greenlane.syntax.python;

/** Finds the ends of string literals, those of formatted strings with strings inside them too. */
final class StringScanner {

    private static final int MAX_NESTING = 8;

    private final String source;
    private final int end;
    /** How many characters of fields may still be looked at, so that scanning stays linear. */
    private long patience;

    /** Scans the literals of {@code [start, end)}. */
    StringScanner(String source, int start, int end) {
        this.source = source;
        this.end = end;
        this.patience = 2L * MAX_NESTING * (end - start) + 1000;
    }

    /** The offset behind the literal that begins at {@code start} with its prefix; -1 where its end is missing. */
    int end(int start) {
        return end(start, 0);
    }

    /** Where a literal without its end is cut: at the end of its line, or of the text where it may go over lines. */
    int cut(int start) {
        int quote = quote(start);
        if (isTriple(quote)) {
            return end;
        }
        int at = quote + 1;
        while (at < end && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Where the first quote of a literal stands. */
    int quote(int start) {
        int at = start;
        while (source.charAt(at) != '"' && source.charAt(at) != '\'') {
            at++;
        }
        return at;
    }

    boolean isTriple(int quote) {
        char c = source.charAt(quote);
        return quote + 2 < end && source.charAt(quote + 1) == c && source.charAt(quote + 2) == c;
    }

    boolean isFormatted(int start, int quote) {
        for (int i = start; i < quote; i++) {
            if ("fFtT".indexOf(source.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the expression of a field that begins at {@code start} ends: at the {@code !}, {@code :}, {@code =} or <code>}</code>
     * that does not belong to it; -1 where it does not end.
     */
    int expressionEnd(int start) {
        return expressionEnd(start, 0);
    }

    /** The offset behind the brace that closes a field whose expression ends at {@code mark}; -1 where it is missing. */
    int fieldEnd(int mark) {
        return fieldEnd(mark, 0);
    }

    /** Whether the backslash at {@code at} hides the character behind it, in a formatted string. */
    static boolean escapes(String source, int at) {
        return !source.startsWith("{", at + 1) && !source.startsWith("}", at + 1);
    }

    /** The offset behind {@code \N{NAME}} at {@code at}; -1 where something else stands there. */
    int characterNameEnd(int at) {
        if (!source.startsWith("\\N{", at)) {
            return -1;
        }
        int close = at + 3;
        while (close < end && isNamePart(source.charAt(close))) {
            close++;
        }
        return close < end && source.charAt(close) == '}' ? close + 1 : -1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '-';
    }

    private int end(int start, int nesting) {
        int quote = quote(start);
        if (isFormatted(start, quote) && patience > 0) {
            int close = formattedEnd(start, quote, nesting);
            if (close >= 0 || nesting > 0) {
                return close;
            }
        }
        return plainEnd(quote);
    }

    private int plainEnd(int quote) {
        char c = source.charAt(quote);
        boolean triple = isTriple(quote);
        int at = quote + (triple ? 3 : 1);
        while (at < end) {
            char next = source.charAt(at);
            if (next == '\\') {
                at += 2;
            } else if (next == c && (!triple || isTriple(at))) {
                return at + (triple ? 3 : 1);
            } else if (!triple && (next == '\n' || next == '\r')) {
                return -1;
            } else {
                at++;
            }
        }
        return -1;
    }

    private int formattedEnd(int start, int quote, int nesting) {
        char c = source.charAt(quote);
        boolean triple = isTriple(quote);
        boolean raw = isRaw(start, quote);
        int at = quote + (triple ? 3 : 1);
        while (at < end) {
            char next = source.charAt(at);
            if (next == '\\') {
                int named = raw ? -1 : characterNameEnd(at);
                at = named >= 0 ? named : at + (escapes(source, at) ? 2 : 1);
            } else if (next == c && (!triple || isTriple(at))) {
                return at + (triple ? 3 : 1);
            } else if (!triple && (next == '\n' || next == '\r')) {
                return -1;
            } else if (next == '{' && at + 1 < end && source.charAt(at + 1) == '{') {
                at += 2;
            } else if (next == '{') {
                int mark = expressionEnd(at + 1, nesting + 1);
                at = mark < 0 ? -1 : fieldEnd(mark, nesting + 1);
                if (at < 0) {
                    return -1;
                }
            } else {
                at++;
            }
        }
        return -1;
    }

    boolean isRaw(int start, int quote) {
        for (int i = start; i < quote; i++) {
            if (source.charAt(i) == 'r' || source.charAt(i) == 'R') {
                return true;
            }
        }
        return false;
    }

    private int expressionEnd(int start, int nesting) {
        if (nesting > MAX_NESTING) {
            return -1;
        }
        int at = start;
        int brackets = 0;
        while (at < end && patience > 0) {
            patience--;
            char c = source.charAt(at);
            switch (c) {
                case '{', '[', '(' -> brackets++;
                case '}', ']', ')' -> {
                    if (brackets == 0) {
                        return c == '}' ? at : -1;
                    }
                    brackets--;
                }
                case '"', '\'' -> {
                    int literal = literalStart(at, start);
                    int close = end(literal, nesting);
                    if (close < 0) {
                        return -1;
                    }
                    patience -= close - at;
                    at = close;
                    continue;
                }
                case ':' -> {
                    if (brackets == 0) {
                        return at;
                    }
                }
                case '!' -> {
                    if (at + 1 < end && source.charAt(at + 1) == '=') {
                        at++;
                    } else if (brackets == 0) {
                        return at;
                    }
                }
                case '=' -> {
                    if (brackets == 0 && isEcho(at, start)) {
                        return at;
                    }
                }
                default -> {}
            }
            at++;
        }
        return -1;
    }

    /** Whether the equals sign at {@code at} ends an expression and is no part of an operator. */
    private boolean isEcho(int at, int start) {
        if (at > start && "=!<>".indexOf(source.charAt(at - 1)) >= 0) {
            return false;
        }
        int next = at + 1;
        while (next < end && source.charAt(next) == ' ') {
            next++;
        }
        return next < end && ":!}".indexOf(source.charAt(next)) >= 0;
    }

    private int fieldEnd(int mark, int nesting) {
        int at = mark;
        while (at < end && source.charAt(at) != '}' && source.charAt(at) != ':') {
            at++;
        }
        while (at < end && source.charAt(at) != '}') {
            if (source.charAt(at) == '{') {
                int inner = expressionEnd(at + 1, nesting + 1);
                at = inner < 0 ? -1 : fieldEnd(inner, nesting + 1);
                if (at < 0) {
                    return -1;
                }
            } else {
                at++;
            }
            patience--;
        }
        return at < end ? at + 1 : -1;
    }

    /** Where the literal begins whose quote stands at {@code quote}, its prefix included. */
    private int literalStart(int quote, int limit) {
        int at = quote;
        while (at > limit && quote - at < 2 && "rRbBuUfFtT".indexOf(source.charAt(at - 1)) >= 0) {
            at--;
        }
        return at > limit && Character.isJavaIdentifierPart(source.charAt(at - 1)) ? quote : at;
    }
}
