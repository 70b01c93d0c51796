package dev.greenlane.engine.provenance;

import java.util.Optional;

/** What is known of where things come from. Immutable, thread-safe. Paths are absolute, without links. */
public interface Provenance {

    /** Nothing is known of anything. */
    Provenance NONE = new Provenance() {};

    /** Whether a call of this session made what stands at a path, or a folder above it; nothing stood there before. */
    default boolean made(String path) {
        return false;
    }

    /**
     * Whether all that differs at a path from the last commit comes from calls of this session: before the first of them changed it,
     * it was as the commit had it.
     */
    default boolean changed(String path) {
        return false;
    }

    /** Whether a call of this session has read the file. */
    default boolean hasRead(String path) {
        return false;
    }

    /** The address, archive or repository outside from which this session has fetched what stands at a path, or a folder above it. */
    default Optional<String> fetchedFrom(String path) {
        return Optional.empty();
    }

    /** Whether a call of this session made the thing. */
    default boolean made(Thing kind, String name) {
        return false;
    }

    /** Things with names that a session can make. */
    enum Thing {
        /** A process by its number, or by the words that started it. */
        PROCESS,
        CONTAINER,
        /** A branch; of a remote: {@code origin/topic}. */
        BRANCH,
        TAG,
        /** A stash, by its message or commit. */
        STASH,
        /** A job of a scheduler. */
        JOB
    }
}
