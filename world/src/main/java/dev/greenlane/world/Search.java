package dev.greenlane.world;

import dev.greenlane.engine.value.Globs;
import dev.greenlane.world.Listings.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks in a folder for names that a pattern matches. Follows no links but the one where it begins, and enters no folder that is on
 * another file system. Serves once; not thread-safe.
 */
final class Search {
    private static final int MOST_TO_MATCH = 50_000;

    private final Listings listings;
    private final String pattern;
    private final boolean deep;
    private final int most;
    private final long end;
    private final List<String> found = new ArrayList<>();
    private int left = MOST_TO_MATCH;

    /**
     * @param deep whether folders in it are entered
     * @param most how many may be found
     */
    Search(Listings listings, String pattern, boolean deep, int most, Duration limit) {
        this.listings = listings;
        this.pattern = pattern;
        this.deep = deep;
        this.most = most;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** What is found, sorted; empty where not all can be seen, or there is more than may be. */
    Optional<List<String>> in(Path start) {
        if (!Files.isDirectory(start)) {
            return Optional.of(List.of());
        }
        try {
            Listing first = listings.of(start);
            Deque<Path> open = new ArrayDeque<>();
            boolean goesOn = look(start, first, open);
            while (goesOn && !open.isEmpty()) {
                goesOn = enter(open.pop(), first, open);
            }
            Collections.sort(found);
            return goesOn ? Optional.of(List.copyOf(found)) : Optional.empty();
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private boolean enter(Path folder, Listing first, Deque<Path> open) throws IOException {
        try {
            Listing listing = listings.of(folder, LinkOption.NOFOLLOW_LINKS);
            return listing.device().equals(first.device()) && look(folder, listing, open);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** Whether it may go on. */
    private boolean look(Path folder, Listing listing, Deque<Path> open) {
        left -= listing.names().size();
        String place = folder.getNameCount() == 0 ? "/" : folder + "/";
        for (String name : listing.names()) {
            if (isNamed(name)) {
                found.add(place + name);
            }
        }
        if (deep) {
            listing.folders().forEach(name -> open.push(folder.resolve(name)));
        }
        return left >= 0 && found.size() <= most && System.nanoTime() - end <= 0;
    }

    /** Names that begin with a dot are hidden from patterns that do not. */
    private boolean isNamed(String name) {
        return (pattern.startsWith(".") || !name.startsWith(".")) && Globs.matches(pattern, name);
    }
}
