package dev.greenlane.store.snapshot;

/** A snapshot could not be taken or brought back. The message is one sentence for a person, without its full stop. */
public final class SnapshotFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** It would take more room or time than it may. */
        TOO_LARGE,
        /** The store cannot be written: disk full, read-only. */
        NOT_WRITTEN,
        /** There is no such snapshot, or not any more. */
        ABSENT,
        /** What is in the store is not what was put there. */
        DAMAGED,
        /** Another undo runs. */
        BUSY
    }

    SnapshotFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    SnapshotFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
