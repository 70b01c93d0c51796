package dev.greenlane.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Whether reviews are switched off. A file says it, so that it outlives the service and can be set without one. Thread-safe
 * within a process; of two processes the last one counts.
 */
public final class Switch {
    private final Path file;

    /** @param state the folder of what Greenlane remembers */
    public Switch(Path state) {
        this.file = state.resolve("off");
    }

    /** Switches off until somebody switches on. */
    public void off() throws IOException {
        Files.writeString(file, "");
    }

    /** Switches off for a while. */
    public void pause(Instant now, Duration time) throws IOException {
        Files.write(file, List.of(now.toString(), now.plus(time).toString()));
    }

    /** Switches on; whether it was off. */
    public boolean on() throws IOException {
        return Files.deleteIfExists(file);
    }

    /**
     * Until when it is off; {@link Instant#MAX} for until somebody switches on, empty where it is on. A pause also ends when
     * the clock stands before its beginning, and when the file cannot be understood.
     */
    public Optional<Instant> offUntil(Instant now) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                return Optional.of(Instant.MAX);
            }
            Instant begin = Instant.parse(lines.get(0));
            Instant end = Instant.parse(lines.get(lines.size() - 1));
            return now.isBefore(begin) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
