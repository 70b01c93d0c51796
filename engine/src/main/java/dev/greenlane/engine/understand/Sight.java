package dev.greenlane.engine.understand;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.understand.trail.Trail;

/**
 * What the understanding of one call sees of the place where it is made.
 *
 * @param paths reads paths as they are meant there
 * @param files sight of the files there
 * @param trail what earlier calls of the session have left
 */
record Sight(PathReader paths, Files files, Trail trail) {

    /** The same place, with paths as Windows writes them. */
    Sight windows() {
        return new Sight(paths.windows(), files, trail);
    }

    /** The same place, after further calls. */
    Sight behind(Trail later) {
        return new Sight(paths, files, later);
    }
}
