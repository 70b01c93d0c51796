package dev.greenlane.service.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Which build of the program runs. Immutable. */
public final class Build {
    private final Optional<Path> stamp;
    private final Optional<FileTime> begun;

    /** @param stamp a file that changes when there is a newer build; empty for none */
    public Build(Optional<Path> stamp) {
        this.stamp = stamp;
        this.begun = modified();
    }

    /** Whether no newer build has taken this one's place. */
    public boolean isLatest() {
        return modified().equals(begun);
    }

    private Optional<FileTime> modified() {
        try {
            return stamp.isEmpty() ? Optional.empty() : Optional.of(Files.getLastModifiedTime(stamp.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
