package dev.greenlane.gateway.http;

/** The API gave no answer; the message says why, for a person. */
public final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Unreachable(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /** The HTTP status that says so. */
    int status() {
        return status;
    }

    /** Why. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
