package dev.greenlane.store.snapshot;

import java.nio.file.Path;

/**
 * One path that an undo would change.
 *
 * @param path the path
 * @param kept what is to stand there
 * @param now what stands there
 * @param isSince whether it was changed after the call was over, as far as that is known: then it is somebody's newer work
 */
public record Step(Path path, Change change, Node kept, Seen now, boolean isSince) {

    /** What is done to the path. */
    public enum Change {
        /** It is gone and comes back. */
        BRING_BACK,
        /** It is something else now, and becomes what it was. */
        REPLACE,
        /** Its mode, time or attributes become what they were. */
        MARK,
        /** The call made it, and it goes. */
        REMOVE,
        /** A folder gets its time back; nobody needs to hear of it. */
        TIME
    }

    /** Whether a person wants to hear of it. */
    public boolean isTold() {
        return change != Change.TIME;
    }

    /** Whether it is about a file, and not about a folder or a link. */
    public boolean isFile() {
        return kept instanceof Node.Regular || now.kind() == Seen.Kind.FILE;
    }

    /** How large the kept file is; 0 where it is none. */
    public long bytes() {
        return kept instanceof Node.Regular file ? file.seen().size() : 0;
    }
}
