package dev.greenlane.syntax.shell;

/** Says that the text at the cursor is not grammar. It is caught by the list of statements that the text stands in. */
final class ReadingError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How much text an error makes unreadable. */
    enum Reach {
        /** The statement, in the innermost list. */
        STATEMENT,
        /** The statement, in the outermost list. */
        OUTERMOST_STATEMENT,
        /** Everything up to the end of the text. */
        REST_OF_TEXT
    }

    private final String reason;
    private final Reach reach;

    private ReadingError(String reason, Reach reach) {
        super(reason, null, false, false);
        this.reason = reason;
        this.reach = reach;
    }

    static ReadingError of(String reason) {
        return new ReadingError(reason, Reach.STATEMENT);
    }

    static ReadingError unexpected(Cursor in) {
        return of("unexpected " + in.describe());
    }

    static ReadingError missing(String what) {
        return of("missing `" + what + "`");
    }

    static ReadingError missing(String what, Cursor in) {
        return of("missing `" + what + "` before " + in.describe());
    }

    static ReadingError tooDeep() {
        return new ReadingError("nested too deeply", Reach.OUTERMOST_STATEMENT);
    }

    static ReadingError tooLong() {
        return new ReadingError("too many links in a chain", Reach.OUTERMOST_STATEMENT);
    }

    static ReadingError tooMany(String what) {
        return new ReadingError("too many " + what, Reach.REST_OF_TEXT);
    }

    String reason() {
        return reason;
    }

    Reach reach() {
        return reach;
    }
}
