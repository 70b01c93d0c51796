package dev.greenlane.syntax.python;

/** Thrown inside the parser where the text is not grammar; never leaves it. */
final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final String reason;

    /** Whether no bracket around it can be read on, because the line ends before they do. */
    final boolean wholeLine;

    Unread(String reason, boolean wholeLine) {
        super(reason, null, false, false);
        this.reason = reason;
        this.wholeLine = wholeLine;
    }
}
