package dev.greenlane.engine.look;

import java.util.List;
import java.util.Optional;

/**
 * Read-only sight of what lies below folders. Links are told and not followed. Implementations are thread-safe, never throw,
 * and stop at the limits that they are given.
 */
public interface Trees {

    /** Sight of nothing. */
    Trees NONE = new Trees() {
        @Override
        public Optional<Extent> below(String absolutePath, int most) {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> matching(String folder, String names, boolean deep, int most) {
            return Optional.empty();
        }
    };

    /** Whether a path is that of a folder or of something below it, by their texts; both absolute. */
    static boolean isAtOrBelow(String path, String folder) {
        return path.startsWith(folder)
                && (path.length() == folder.length() || path.charAt(folder.length()) == '/' || folder.endsWith("/"));
    }

    /**
     * What lies at and below a path; of a file, the file. Empty where nothing stands there, or nobody can tell.
     *
     * @param most how many entries are looked at
     */
    Optional<Extent> below(String absolutePath, int most);

    /**
     * The paths in a folder whose names a pattern matches ({@code *}, {@code ?}, {@code [a-z]}; names that begin with a dot
     * only where the pattern does), sorted. Empty where there are more than {@code most}, or nobody can tell.
     *
     * @param names the pattern for the last name, without a slash
     * @param deep whether names at any depth count, and not only those in the folder itself
     */
    Optional<List<String>> matching(String folder, String names, boolean deep, int most);

    /**
     * How much there is.
     *
     * @param files files, links and others that are no folder
     * @param bytes their sizes added up
     * @param complete whether all was counted, and not only as much as was to be looked at
     * @param first absolute paths of some of the files, those that come first by name
     * @param repositories absolute paths of folders below, or the path itself, that hold a {@code .git} of their own
     */
    record Extent(int files, long bytes, boolean complete, List<String> first, List<String> repositories) {
        public Extent {
            first = List.copyOf(first);
            repositories = List.copyOf(repositories);
        }
    }
}
