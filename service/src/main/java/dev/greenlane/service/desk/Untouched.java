package dev.greenlane.service.desk;

import dev.greenlane.engine.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether files that a session has made are as it left them, after nobody has looked for a while: what was written to long after
 * the call that made it may be somebody else's. Not thread-safe.
 */
final class Untouched {
    /** How long a call may take to write what it makes. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final Map<String, Instant> written = new HashMap<>();

    void note(Session before, Session after, Instant time) {
        List<String> known = before.works().inventory().made();
        List<String> now = after.works().inventory().made();
        if (now.equals(known)) {
            return;
        }
        now.stream().filter(path -> !known.contains(path)).forEach(path -> written.put(path, time));
    }

    /** What is gone, or was changed or put there since. */
    Set<String> changedSince() {
        return written.entrySet().stream()
                .filter(each -> !isOf(each.getKey(), each.getValue().plus(LONGEST_CALL)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(String path, Instant latest) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            Instant last =
                    (attributes.isDirectory() ? attributes.creationTime() : attributes.lastModifiedTime()).toInstant();
            return !last.isAfter(latest);
        } catch (IOException | InvalidPathException | SecurityException e) {
            return false;
        }
    }
}
