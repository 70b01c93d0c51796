package dev.greenlane.syntax.python;

import java.util.Arrays;

/**
 * Cuts text into tokens. Comments and the ends of lines inside brackets leave none. Private-use characters are read as
 * letters, so that a caller can let them stand for text it does not know.
 */
final class Lexer {

    private final String source;
    private final int end;
    private final StringScanner strings;
    private final Tokens tokens;
    private int at;
    private int brackets;
    private int[] indents = new int[16];
    private int depth;

    private Lexer(String source, int start, int end) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.strings = new StringScanner(source, start, end);
        this.tokens = new Tokens(Math.max(8, (end - start) / 4));
    }

    /** The tokens of a whole text. */
    static Tokens module(String source) {
        Lexer lexer = new Lexer(source, source.startsWith("\uFEFF") ? 1 : 0, source.length());
        lexer.lines();
        return lexer.tokens;
    }

    /** The tokens of an expression that stands in {@code [start, end)} and may go over several lines. */
    static Tokens expression(String source, int start, int end) {
        Lexer lexer = new Lexer(source, start, end);
        lexer.brackets = 1;
        while (lexer.at < end) {
            lexer.token();
        }
        lexer.tokens.add(Token.END, end, end);
        return lexer.tokens;
    }

    private void lines() {
        boolean first = true;
        while (at < end) {
            int column = indentation();
            if (at >= end) {
                break;
            }
            if (first) {
                indents[0] = column;
                first = false;
            } else {
                indentTo(column);
            }
            line();
        }
        while (depth > 0) {
            depth--;
            tokens.add(Token.DEDENT, end, end);
        }
        tokens.add(Token.END, end, end);
    }

    /** Goes to the first token of the next line that has one and gives its column. */
    private int indentation() {
        int column = 0;
        while (at < end) {
            switch (source.charAt(at)) {
                case ' ' -> column++;
                case '\t' -> column = (column / 8 + 1) * 8;
                case '\n', '\r', '\f' -> column = 0;
                case '#' -> {
                    comment();
                    continue;
                }
                case '\\' -> {
                    int next = joinedLine();
                    if (next < 0) {
                        return column;
                    }
                    at = next;
                    continue;
                }
                default -> {
                    return column;
                }
            }
            at++;
        }
        return column;
    }

    private void indentTo(int column) {
        if (column > indents[depth]) {
            depth++;
            if (depth == indents.length) {
                indents = Arrays.copyOf(indents, depth * 2);
            }
            indents[depth] = column;
            tokens.add(Token.INDENT, at, at);
            return;
        }
        while (depth > 0 && column < indents[depth]) {
            depth--;
            tokens.add(Token.DEDENT, at, at);
        }
    }

    /** Reads to the end of a logical line. */
    private void line() {
        brackets = 0;
        if (source.charAt(at) == '!' || source.charAt(at) == '%') {
            int start = at;
            at = source.startsWith("%%", at) ? end : lineEnd();
            tokens.add(Token.NOTEBOOK, start, at);
        }
        while (at < end) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                if (brackets == 0 || statementFollows()) {
                    tokens.add(Token.NEWLINE, at, at);
                    at++;
                    return;
                }
                at++;
            } else {
                token();
            }
        }
        tokens.add(Token.NEWLINE, end, end);
    }

    /** Whether the next line can only be a new statement, so that the brackets before it were never closed. */
    private boolean statementFollows() {
        int word = at + 1;
        while (word < end && (source.charAt(word) == ' ' || source.charAt(word) == '\t')) {
            word++;
        }
        int wordEnd = word;
        while (wordEnd < end && wordEnd - word <= 8 && isLower(source.charAt(wordEnd))) {
            wordEnd++;
        }
        return wordEnd > word
                && (wordEnd == end || !isWordPart(source.codePointAt(wordEnd)))
                && Token.word(source, word, wordEnd).beginsStatement();
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private void token() {
        char c = source.charAt(at);
        switch (c) {
            case ' ', '\t', '\f', '\n', '\r' -> at++;
            case '#' -> comment();
            case '\\' -> {
                int next = joinedLine();
                if (next < 0) {
                    single(Token.STRAY);
                } else {
                    at = next;
                }
            }
            case '"', '\'' -> string(at);
            default -> {
                if (isDigit(c) || c == '.' && at + 1 < end && isDigit(source.charAt(at + 1))) {
                    number();
                } else if (isWordStart(source.codePointAt(at))) {
                    word();
                } else {
                    operator(c);
                }
            }
        }
    }

    private void comment() {
        at = lineEnd();
    }

    private int lineEnd() {
        int lineEnd = at;
        while (lineEnd < end && source.charAt(lineEnd) != '\n' && source.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        return lineEnd;
    }

    /** Where the text goes on behind a backslash that ends its line; -1 where it does not end its line. */
    private int joinedLine() {
        int next = at + 1;
        while (next < end && (source.charAt(next) == ' ' || source.charAt(next) == '\t')) {
            next++;
        }
        if (next >= end) {
            return next;
        }
        return switch (source.charAt(next)) {
            case '\n' -> next + 1;
            case '\r' -> next + 1 < end && source.charAt(next + 1) == '\n' ? next + 2 : next + 1;
            default -> -1;
        };
    }

    private void single(Token kind) {
        tokens.add(kind, at, at + 1);
        at++;
    }

    private void word() {
        int start = at;
        while (at < end) {
            int point = source.codePointAt(at);
            if (!isWordPart(point)) {
                break;
            }
            at += Character.charCount(point);
        }
        at = Math.min(at, end);
        if (at < end && (source.charAt(at) == '"' || source.charAt(at) == '\'') && isPrefix(start, at)) {
            string(start);
        } else {
            tokens.add(Token.word(source, start, at), start, at);
        }
    }

    private boolean isPrefix(int from, int to) {
        if (to - from > 2) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ("rRbBuUfFtT".indexOf(source.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void string(int start) {
        int close = strings.end(start);
        if (close >= 0) {
            tokens.add(Token.STRING, start, close);
            at = close;
        } else {
            int cut = strings.cut(start);
            tokens.add(Token.OPEN_STRING, start, cut);
            at = cut;
        }
    }

    private void number() {
        int start = at;
        if (source.charAt(at) == '0' && at + 1 < end && "xXoObB".indexOf(source.charAt(at + 1)) >= 0) {
            at += 2;
            while (at < end && (Character.digit(source.charAt(at), 16) >= 0 || source.charAt(at) == '_')) {
                at++;
            }
        } else {
            digits();
            if (at < end && source.charAt(at) == '.') {
                at++;
                digits();
            }
            exponent();
        }
        if (at < end && "jJlL".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        tokens.add(Token.NUMBER, start, at);
    }

    private void digits() {
        while (at < end && (isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
    }

    private void exponent() {
        if (at >= end || (source.charAt(at) != 'e' && source.charAt(at) != 'E')) {
            return;
        }
        int digit = at + 1;
        if (digit < end && (source.charAt(digit) == '+' || source.charAt(digit) == '-')) {
            digit++;
        }
        if (digit < end && isDigit(source.charAt(digit))) {
            at = digit;
            digits();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(int point) {
        return point < 128
                ? point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point == '_'
                : Character.isUnicodeIdentifierStart(point) || isPrivate(point);
    }

    private static boolean isWordPart(int point) {
        return point < 128
                ? isWordStart(point) || point >= '0' && point <= '9'
                : Character.isUnicodeIdentifierPart(point) || isPrivate(point);
    }

    private static boolean isPrivate(int point) {
        return Character.getType(point) == Character.PRIVATE_USE;
    }

    private void operator(char c) {
        switch (c) {
            case '(' -> open(Token.OPEN_ROUND);
            case '[' -> open(Token.OPEN_SQUARE);
            case '{' -> open(Token.OPEN_CURLY);
            case ')' -> close(Token.CLOSE_ROUND);
            case ']' -> close(Token.CLOSE_SQUARE);
            case '}' -> close(Token.CLOSE_CURLY);
            case ',' -> single(Token.COMMA);
            case ';' -> single(Token.SEMICOLON);
            case '~' -> single(Token.TILDE);
            case '.' -> longest(Token.ELLIPSIS, Token.DOT);
            case ':' -> longest(Token.WALRUS, Token.COLON);
            case '=' -> longest(Token.DOUBLE_EQUALS, Token.EQUALS);
            case '+' -> longest(Token.PLUS_EQUALS, Token.PLUS);
            case '-' -> longest(Token.MINUS_EQUALS, Token.ARROW, Token.MINUS);
            case '*' -> longest(Token.DOUBLE_STAR_EQUALS, Token.DOUBLE_STAR, Token.STAR_EQUALS, Token.STAR);
            case '/' -> longest(Token.DOUBLE_SLASH_EQUALS, Token.DOUBLE_SLASH, Token.SLASH_EQUALS, Token.SLASH);
            case '%' -> longest(Token.PERCENT_EQUALS, Token.PERCENT);
            case '@' -> longest(Token.AT_EQUALS, Token.AT);
            case '|' -> longest(Token.BAR_EQUALS, Token.BAR);
            case '^' -> longest(Token.CARET_EQUALS, Token.CARET);
            case '&' -> longest(Token.AMPERSAND_EQUALS, Token.AMPERSAND);
            case '<' -> less();
            case '>' -> longest(Token.RIGHT_EQUALS, Token.RIGHT, Token.GREATER_EQUALS, Token.GREATER);
            case '!' -> longest(Token.NOT_EQUALS, Token.STRAY);
            default -> single(Token.STRAY);
        }
    }

    private void open(Token kind) {
        brackets++;
        single(kind);
    }

    private void close(Token kind) {
        brackets = Math.max(0, brackets - 1);
        single(kind);
    }

    private void less() {
        if (source.startsWith("<>", at) && at + 2 <= end) {
            tokens.add(Token.NOT_EQUALS, at, at + 2);
            at += 2;
        } else {
            longest(Token.LEFT_EQUALS, Token.LEFT, Token.LESS_EQUALS, Token.LESS);
        }
    }

    /** Takes the first of these that stands here; the last one does. */
    private void longest(Token... candidates) {
        for (Token kind : candidates) {
            int length = kind.text.length();
            if (length > 0 && at + length <= end && source.startsWith(kind.text, at)) {
                tokens.add(kind, at, at + length);
                at += length;
                return;
            }
        }
        single(Token.STRAY);
    }
}
