package dev.greenlane.world;

import dev.greenlane.engine.bounded.Bounded;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in folders, by name. A listing is kept for as long as the folder looks the same: names come and go in it only
 * with its times. One that changed a moment before it was read is not kept, for it could change again in the same moment of the
 * file system's clock. Thread-safe.
 */
final class Listings {
    private static final String UNIX = "unix";
    private static final String LOOKS = UNIX + ":ino,dev,lastModifiedTime,ctime";
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final int MOST_FOLDERS = 2_000;
    private static final int LARGEST = 1_000;

    private final Map<Path, Listing> kept = Collections.synchronizedMap(Bounded.byUse(MOST_FOLDERS));

    private final InstantSource clock;

    Listings(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The names in a folder.
     *
     * @param looks how the folder looked before it was read; empty where systems do not say
     * @param names of all entries
     * @param folders of those that are folders themselves; links are none
     */
    record Listing(Map<String, Object> looks, List<String> names, Set<String> folders) {
        /** Which file system the folder is on. */
        Object device() {
            return looks.getOrDefault("dev", "");
        }
    }

    /**
     * The listing of a folder.
     *
     * @throws IOException where it is none, or cannot be read
     */
    Listing of(Path folder, LinkOption... options) throws IOException {
        Map<String, Object> looks = looks(folder, options);
        Listing known = kept.get(folder);
        if (known != null && known.looks().equals(looks)) {
            return known;
        }
        Instant now = clock.instant();
        Listing read = read(folder, looks);
        if (read.names().size() <= LARGEST && isSettled(looks, now)) {
            kept.put(folder, read);
        }
        return read;
    }

    private static Map<String, Object> looks(Path folder, LinkOption... options) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains(UNIX)
                ? Files.readAttributes(folder, LOOKS, options)
                : Map.of();
    }

    private static Listing read(Path folder, Map<String, Object> looks) throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                String name = String.valueOf(entry.getFileName());
                names.add(name);
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Listing(looks, List.copyOf(names), Set.copyOf(folders));
    }

    private static boolean isSettled(Map<String, Object> looks, Instant now) {
        return looks.get("lastModifiedTime") instanceof FileTime modified
                && looks.get("ctime") instanceof FileTime changed
                && modified.toInstant().isBefore(now.minus(MOMENT))
                && changed.toInstant().isBefore(now.minus(MOMENT));
    }
}
