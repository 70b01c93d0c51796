package dev.greenlane.cli;

/** Exit codes; part of the contract. */
final class Exit {
    static final int ALLOW = 0;
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int ASK = 10;
    static final int DENY = 20;

    /** What a process has that was told to end with Ctrl-C. */
    static final int INTERRUPTED = 130;

    /** What a process has that wrote to a closed pipe: whoever read the output has stopped. */
    static final int READER_GONE = 141;

    private Exit() {}
}
