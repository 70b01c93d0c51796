package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;

/** A place in a row of tokens, shared by the parsers of expressions and statements. */
final class Cursor {

    /** How deep brackets, operators and blocks may nest. */
    static final int MAX_DEPTH = 200;

    final String source;
    private final Tokens tokens;
    private int index;
    private int depth;

    Cursor(String source, Tokens tokens, int depth) {
        this.source = source;
        this.tokens = tokens;
        this.depth = depth;
    }

    Token kind() {
        return tokens.kind(index);
    }

    Token kindAhead(int distance) {
        return tokens.kind(index + distance);
    }

    boolean is(Token kind) {
        return tokens.kind(index) == kind;
    }

    /** Whether a name with this text stands here. */
    boolean isName(String text) {
        return is(Token.NAME) && end() - start() == text.length() && source.startsWith(text, start());
    }

    /** Offset of the token that stands here. */
    int start() {
        return tokens.start(index);
    }

    int end() {
        return tokens.end(index);
    }

    int startAhead(int distance) {
        return tokens.start(index + distance);
    }

    /** Offset behind the token before this one. */
    int lastEnd() {
        return index == 0 ? 0 : tokens.end(index - 1);
    }

    String text() {
        return source.substring(start(), end());
    }

    void next() {
        index++;
    }

    /** Goes on behind a token of this kind, where one stands here. */
    boolean take(Token kind) {
        if (is(kind)) {
            index++;
            return true;
        }
        return false;
    }

    void expect(Token kind) {
        if (!take(kind)) {
            throw unread("expected '" + kind.text + "'");
        }
    }

    /** The text of a name; where keywords are allowed as names, of any word. */
    String name(boolean keywords) {
        if (is(Token.NAME) || keywords && isWord()) {
            String text = text();
            next();
            return text;
        }
        throw unread("expected a name");
    }

    /** Whether a name or a keyword stands here. */
    boolean isWord() {
        return is(Token.NAME) || kind().isKeyword();
    }

    /** From {@code start} to the end of the last token taken. */
    Span spanFrom(int start) {
        return new Span(start, Math.max(start, lastEnd()));
    }

    /** The failure to read the token that stands here; {@code expected} is a clause. */
    Unread unread(String expected) {
        String reason = switch (kind()) {
            case NEWLINE, END, INDENT, DEDENT -> "ends too early";
            case OPEN_STRING -> "has a string without an end";
            case STRAY -> "has a stray '" + text() + "'";
            default -> expected;
        };
        return new Unread(reason, is(Token.NEWLINE) || is(Token.END));
    }

    /** Goes one level deeper; every call needs a {@link #leave()}, on every way out. */
    void enter() {
        if (depth >= MAX_DEPTH) {
            throw new Unread("is nested too deeply", false);
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Goes back to a depth noted before something failed. */
    void restoreDepth(int noted) {
        depth = noted;
    }

    /**
     * Goes to the next comma or closing bracket of the brackets around this place.
     *
     * @throws Unread where the line ends first
     */
    void skipElement(String reason) {
        int open = 0;
        while (true) {
            switch (kind()) {
                case OPEN_ROUND, OPEN_SQUARE, OPEN_CURLY -> open++;
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_CURLY -> {
                    if (open == 0) {
                        return;
                    }
                    open--;
                }
                case COMMA -> {
                    if (open == 0) {
                        return;
                    }
                }
                case NEWLINE, END -> throw new Unread(reason, true);
                default -> {}
            }
            next();
        }
    }

    /** Goes to the end of the logical line. */
    void skipLine() {
        while (!is(Token.NEWLINE) && !is(Token.END)) {
            next();
        }
    }

    /** How many tokens ahead the bracket that opens here is closed; -1 where it is not. */
    int closesAhead() {
        int open = 0;
        for (int ahead = 0; ; ahead++) {
            switch (kindAhead(ahead)) {
                case OPEN_ROUND, OPEN_SQUARE, OPEN_CURLY -> open++;
                case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_CURLY -> {
                    open--;
                    if (open == 0) {
                        return ahead;
                    }
                }
                case NEWLINE, END -> {
                    return -1;
                }
                default -> {}
            }
        }
    }
}
