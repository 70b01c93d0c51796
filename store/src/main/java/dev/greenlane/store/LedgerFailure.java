package dev.greenlane.store;

/** The ledger could not do what was asked. The message is one line for a person: what happened, where, and what to do. */
public final class LedgerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** Nothing fits on the disk. Later appends succeed when there is space again. */
        DISK_FULL,
        /** The file, its folder or its file system may not be written. */
        READ_ONLY,
        /** The file is damaged, gone or replaced. Opening it anew moves a damaged one aside and begins a new one. */
        DAMAGED,
        /** Another process has it. */
        LOCKED,
        /** A newer Greenlane wrote it. */
        NEWER,
        /** There is none yet. */
        ABSENT,
        /** It did not answer in time, or the caller was interrupted; the entry may still be written. */
        SLOW,
        /** It was closed. */
        CLOSED,
        /** Something else. */
        OTHER
    }

    LedgerFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    LedgerFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
