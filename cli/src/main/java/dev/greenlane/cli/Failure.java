package dev.greenlane.cli;

/** The command cannot go on. The message says what happened, where, and what to do; it is shown without a stack trace. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** Something was asked that makes no sense. */
    static Failure usage(String message) {
        return new Failure(Exit.USAGE, message);
    }
}
