package dev.greenlane.engine.look;

import java.util.Optional;

/** Read-only sight of the file system. Implementations are thread-safe, never throw, and follow links. */
public interface Files {

    /** What stands at an absolute path. */
    Kind kind(String absolutePath);

    /**
     * The content of a regular file as UTF-8 text; empty where there is none, it cannot be read, holds NUL characters, or is
     * larger than {@code limit} bytes.
     */
    Optional<String> text(String absolutePath, int limit);

    /**
     * The path that an absolute path leads to when every link on the way is followed. Of a path where nothing stands, the
     * folders that exist are followed. Empty where nobody can tell, and where the path leads to itself.
     */
    default Optional<String> leadsTo(String absolutePath) {
        return Optional.empty();
    }

    /**
     * A text that is another one once what stands at a path was changed or replaced; of a folder, once it was replaced. Empty
     * where nothing stands there, or nobody can tell.
     */
    default Optional<String> stamp(String absolutePath) {
        return Optional.empty();
    }

    /** What a path is. */
    enum Kind {
        FILE,
        FOLDER,
        /** A device, a socket, a pipe. */
        OTHER,
        /** Nothing stands there. */
        MISSING,
        /** Nobody looked, or looking failed. */
        UNKNOWN
    }

    /** Sight of nothing: every answer is unknown. */
    Files NONE = new Files() {
        @Override
        public Kind kind(String absolutePath) {
            return Kind.UNKNOWN;
        }

        @Override
        public Optional<String> text(String absolutePath, int limit) {
            return Optional.empty();
        }
    };
}
