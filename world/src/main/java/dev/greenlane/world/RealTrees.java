package dev.greenlane.world;

import dev.greenlane.engine.look.Trees;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders of this machine. Besides the limits of each question, one is answered within a time; folders on another file
 * system are not entered. Thread-safe.
 */
public final class RealTrees implements Trees {

    private static final int MOST_FIRST = 20;
    private static final int MOST_REPOSITORIES = 100;

    private final Duration limit;
    private final Listings listings = new Listings(InstantSource.system());

    /** @param limit how long one question may take; what was not seen by then is not told */
    public RealTrees(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Extent> below(String absolutePath, int most) {
        return path(absolutePath).flatMap(path -> {
            Counting counting = new Counting();
            boolean complete = new Walk(most, limit).from(path, counting);
            return counting.entries == 0 ? Optional.empty() : Optional.of(counting.extent(complete));
        });
    }

    @Override
    public Optional<List<String>> matching(String folder, String names, boolean deep, int most) {
        return path(folder)
                .filter(path -> !names.contains("/"))
                .flatMap(path -> new Search(listings, names, deep, most, limit).in(path));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static final class Counting implements Walk.Visitor {
        private final List<String> first = new ArrayList<>();
        private final List<String> repositories = new ArrayList<>();
        private int entries;
        private int files;
        private long bytes;
        private boolean tooMany;

        @Override
        public boolean visit(Path path, boolean isFolder, long size) {
            entries++;
            if (!isFolder) {
                files++;
                bytes += size;
                if (first.size() < MOST_FIRST) {
                    first.add(path.toString());
                }
            }
            if (path.endsWith(".git") && entries > 1 && path.getParent() != null) {
                if (repositories.size() < MOST_REPOSITORIES) {
                    repositories.add(path.getParent().toString());
                } else {
                    tooMany = true;
                }
            }
            return true;
        }

        private Extent extent(boolean complete) {
            return new Extent(files, bytes, complete && !tooMany, first, repositories);
        }
    }
}
