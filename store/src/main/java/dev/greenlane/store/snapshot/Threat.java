package dev.greenlane.store.snapshot;

import java.nio.file.Path;

/**
 * A path that something is about to be done to.
 *
 * @param path absolute and normal; the path itself, not what a link leads to
 */
public record Threat(Path path, How how) {

    /** What may happen to it; the worst is last. */
    public enum How {
        /** Its own mode, times or attributes are changed, and of a folder nothing below it. */
        ITSELF,
        /** Modes, times or attributes are changed, of all below it, too, and no content. */
        MARKED,
        /** It is removed or replaced by something new, with all below it; nothing is changed in place. */
        DELETED,
        /** It is changed in any way, with all below it. */
        CHANGED;

        boolean isOfContent() {
            return this == DELETED || this == CHANGED;
        }
    }
}
