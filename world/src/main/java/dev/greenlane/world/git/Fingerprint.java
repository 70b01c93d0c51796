package dev.greenlane.world.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of some files, in one value: sizes, times to the nanosecond, inodes, modes. Two that are equal say
 * that nothing has changed in between, if the first is {@linkplain #isOlderThan settled}.
 *
 * @param newest the latest time at which one of the files was changed
 */
record Fingerprint(String digest, Instant newest) {

    /** What counts as one moment on a file system that keeps parts of seconds, and on one that does not. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Duration COARSE_MOMENT = Duration.ofMillis(2_500);

    /** Whether the files were last changed before a moment, and not in the same tick of the file system's clock. */
    boolean isOlderThan(Instant moment) {
        Duration tick = newest.getNano() == 0 ? COARSE_MOMENT : MOMENT;
        return newest.isBefore(moment.minus(tick));
    }

    /** Collects files, and gives up where they are too many or cannot be looked at. Not thread-safe. */
    static final class Taking {
        private final Map<String, String> seen = new TreeMap<>();
        private final int most;
        private Instant newest = Instant.EPOCH;
        private boolean failed;

        Taking(int most) {
            this.most = most;
        }

        /** A file that git reads: what it is, and what a link at its place leads to. */
        Taking file(Path path) {
            look(path, LinkOption.NOFOLLOW_LINKS);
            if (Files.isSymbolicLink(path)) {
                look(path);
            }
            return this;
        }

        /** All at and below a path, where links are files. Gives up where another repository lies below. */
        Taking tree(Path path) {
            look(path, LinkOption.NOFOLLOW_LINKS);
            if (failed || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                return this;
            }
            entries(path).forEach(this::tree);
            return this;
        }

        /** Read to the end before any is entered, so that a deep tree keeps one folder open at a time. */
        private List<Path> entries(Path folder) {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                for (Path entry : stream) {
                    failed |= entry.endsWith(".git") || seen.size() + entries.size() >= most;
                    if (failed) {
                        return List.of();
                    }
                    entries.add(entry);
                }
            } catch (IOException | SecurityException | java.nio.file.DirectoryIteratorException e) {
                failed = true;
            }
            return entries;
        }

        Optional<Fingerprint> done() {
            if (failed) {
                return Optional.empty();
            }
            String all = seen.entrySet().stream()
                    .map(entry -> entry.getKey() + '\0' + entry.getValue())
                    .collect(Collectors.joining("\0"));
            return Optional.of(new Fingerprint(sha256(all), newest));
        }

        private void look(Path path, LinkOption... options) {
            failed |= seen.size() >= most;
            if (failed) {
                return;
            }
            try {
                Map<String, Object> attributes =
                        Files.readAttributes(path, "unix:ino,mode,size,lastModifiedTime,ctime", options);
                newest(attributes.get("lastModifiedTime"));
                newest(attributes.get("ctime"));
                seen.put(path + (options.length == 0 ? "\0to" : ""), attributes.toString());
            } catch (java.nio.file.NoSuchFileException e) {
                seen.put(path.toString(), "");
            } catch (IOException | SecurityException | UnsupportedOperationException | IllegalArgumentException e) {
                failed |= !isBelowFile(path);
                seen.put(path.toString(), "");
            }
        }

        /** Nothing can stand below what is no folder, and systems say so in words of their own. */
        private static boolean isBelowFile(Path path) {
            Path parent = path.getParent();
            return parent != null && Files.isRegularFile(parent, LinkOption.NOFOLLOW_LINKS);
        }

        private void newest(@Nullable Object time) {
            if (time instanceof FileTime changed && changed.toInstant().isAfter(newest)) {
                newest = changed.toInstant();
            }
        }

        private static String sha256(String text) {
            try {
                byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
