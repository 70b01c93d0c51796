package dev.greenlane.store.snapshot;

import java.util.Map;
import java.util.Optional;

/** What is kept of one path. Extended attributes are by their name, each byte a character. */
public sealed interface Node {

    /** What stood there. */
    Seen seen();

    /** A regular file; without content where only its marks are kept. */
    record Regular(Seen seen, Map<String, String> attributes, Optional<Content> content) implements Node {
        public Regular {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * A folder, without what is in it.
     *
     * @param isWhole whether what was in it is kept, too: then what is not kept was not in it
     */
    record Folder(Seen seen, Map<String, String> attributes, boolean isWhole) implements Node {
        public Folder {
            attributes = Map.copyOf(attributes);
        }
    }

    /** A symbolic link. */
    record Link(Seen seen) implements Node {}

    /** Nothing stood there. */
    record Nothing() implements Node {
        @Override
        public Seen seen() {
            return Seen.NOTHING;
        }
    }

    /** Something that was not kept, with everything below it. */
    record Unkept(Seen seen, String why) implements Node {}
}
