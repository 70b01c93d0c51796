package dev.greenlane.world.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that a repository is asked about.
 *
 * @param given as it was asked
 * @param real without links above its last name
 * @param inside from the root, with slashes between; empty for the root
 * @param elsewhere the root of another repository that has it
 */
record Asked(String given, Path real, String inside, Optional<Path> elsewhere) {

    /** Empty where a path is outside the repository's working tree, in its own folder, or cannot be told to git. */
    static Optional<List<Asked>> of(Place place, List<String> paths) {
        List<Asked> all = new ArrayList<>();
        for (String path : paths) {
            Optional<Asked> asked = of(place, path);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            all.add(asked.get());
        }
        return Optional.of(all);
    }

    static Optional<Asked> of(Place place, String path) {
        Optional<Path> real = Texts.withoutLinksAbove(path);
        Optional<Place> holder = real.flatMap(Place::holding);
        if (holder.isEmpty() || !real.get().startsWith(place.root())) {
            return Optional.empty();
        }
        String inside = place.root().relativize(real.get()).toString().replace(java.io.File.separatorChar, '/');
        if (!canBeTold(inside)) {
            return Optional.empty();
        }
        Optional<Path> elsewhere = holder.map(Place::root).filter(root -> !root.equals(place.root()));
        String given = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Optional.of(new Asked(given, real.get(), inside, elsewhere));
    }

    /** The absolute path of what lies at or below, under the name that was asked. */
    Optional<String> named(String fromRoot) {
        if (inside.isEmpty()) {
            return Optional.of(given.endsWith("/") ? given + fromRoot : given + "/" + fromRoot);
        }
        if (fromRoot.equals(inside)) {
            return Optional.of(given);
        }
        return fromRoot.startsWith(inside + "/")
                ? Optional.of(given + fromRoot.substring(inside.length()))
                : Optional.empty();
    }

    boolean isBelow(String fromRoot) {
        return inside.startsWith(fromRoot + "/");
    }

    /** The words of a command go out in the encoding of the system's names. */
    private static boolean canBeTold(String path) {
        return path.chars().allMatch(c -> c < 0x80) || "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }
}
