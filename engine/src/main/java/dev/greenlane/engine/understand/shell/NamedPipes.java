package dev.greenlane.engine.understand.shell;

import java.util.HashSet;
import java.util.Set;

/** Named pipes that the call makes: who reads them may stand before who writes them. One for each call. */
final class NamedPipes {

    /** The trait of a write that makes a pipe. */
    static final String TRAIT = "pipe";

    private final Set<String> made = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private boolean early;

    /** Notes a new pipe; false where it was noted before. */
    boolean made(String path) {
        return made.add(path);
    }

    void read(String path) {
        if (made.contains(path)) {
            read.add(path);
        }
    }

    void written(String path) {
        early |= read.contains(path);
    }

    boolean wereReadTooEarly() {
        return early;
    }
}
