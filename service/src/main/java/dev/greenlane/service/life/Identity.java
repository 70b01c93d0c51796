package dev.greenlane.service.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Whether a path still leads to the file that was found there. Immutable. */
public final class Identity {
    private final Path path;
    private final Optional<Object> key;

    private Identity(Path path, Optional<Object> key) {
        this.path = path;
        this.key = key;
    }

    /** Of what the path leads to now. */
    public static Identity of(Path path) {
        return new Identity(path, key(path));
    }

    /** Whether it was there and still is, and no other file has taken its place. */
    public boolean holds() {
        return key.isPresent() && key.equals(key(path));
    }

    private static Optional<Object> key(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
