package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/**
 * Tells a file that nobody has written to since it was made, by its times: the time of its last writing is set to the full second in
 * which it came to be. Whoever writes to it changes that; whoever sets it back changes the time of the last change, which nobody
 * can set. Stateless.
 */
final class Seal {
    /** Nobody is told from the writer for so long. */
    private static final Duration LONGEST_WRITING = Duration.ofSeconds(2);

    private Seal() {}

    /** Seals a file that is written. */
    static void put(Path file) throws IOException {
        BasicFileAttributeView view = Files.getFileAttributeView(file, BasicFileAttributeView.class);
        Instant born = view.readAttributes().creationTime().toInstant();
        view.setTimes(FileTime.from(sealed(born)), null, null);
    }

    /**
     * Whether nobody has written to it. Where the file system does not know when a file came to be, Java gives the time of the last
     * writing for that; then the answer is no.
     */
    static boolean isWhole(Path file) throws IOException {
        Map<String, Object> times = Files.readAttributes(file, "unix:creationTime,lastModifiedTime,ctime");
        Instant born = time(times, "creationTime");
        Instant written = time(times, "lastModifiedTime");
        return written.equals(sealed(born))
                && !written.equals(born)
                && Duration.between(born, time(times, "ctime")).compareTo(LONGEST_WRITING) <= 0;
    }

    private static Instant time(Map<String, Object> times, String name) {
        return ((FileTime) Objects.requireNonNull(times.get(name))).toInstant();
    }

    private static Instant sealed(Instant born) {
        return born.truncatedTo(ChronoUnit.SECONDS);
    }
}
