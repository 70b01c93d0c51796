package dev.greenlane.engine.look;

import java.util.Optional;

/** Read-only sight of version control. Implementations are thread-safe and never throw. */
@FunctionalInterface
public interface Repositories {

    /** Sight of nothing. */
    Repositories NONE = path -> Optional.empty();

    /** The repository whose working tree holds a path, the nearest one; empty where there is none, or nobody can tell. */
    Optional<Repository> holding(String absolutePath);
}
