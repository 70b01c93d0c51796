package dev.greenlane.world.git;

import java.util.Optional;

/** The references of a repository. Names are full ones: {@code HEAD}, {@code refs/heads/main}. Thread-safe. */
interface Refs {

    /** Reads them from files where they are kept so, and asks git otherwise. */
    static Refs of(Git git, Place place) {
        return Texts.exists(place.commonFolder().resolve("reftable")) ? new AskedRefs(git, place) : new FileRefs(place);
    }

    /** Whether what is missing is really missing, and not only hidden. */
    boolean areKnown();

    /** The name that a reference stands for; empty where it stands for a commit, or is missing. */
    Optional<String> target(String name);

    /** The commit, or another object, that a reference leads to in the end; empty where there is none. */
    Optional<String> commit(String name);
}
