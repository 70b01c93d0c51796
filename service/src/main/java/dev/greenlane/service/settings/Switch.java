package dev.greenlane.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Whether reviews are switched off. A file says it, so that it outlives the service and can be set without one. A file that
 * does not say so in full, as a full disk leaves it, switches nothing off. Thread-safe within a process; of two processes the
 * last one counts.
 */
public final class Switch {
    private static final String ALWAYS = "off";

    private final Path file;

    /** @param state the folder of what Greenlane remembers */
    public Switch(Path state) {
        this.file = state.resolve("off");
    }

    /** Switches off until somebody switches on. */
    public void off() throws IOException {
        write(List.of(ALWAYS));
    }

    /** Switches off for a while. */
    public void pause(Instant now, Duration time) throws IOException {
        write(List.of(now.toString(), now.plus(time).toString()));
    }

    private void write(List<String> lines) throws IOException {
        Path fresh = file.resolveSibling("off.new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.equals(List.of(ALWAYS))) {
                return Optional.of(Instant.MAX);
            }
            if (lines.size() != 2) {
                return Optional.empty();
            }
            Instant begin = Instant.parse(lines.get(0));
            Instant end = Instant.parse(lines.get(1));
            return now.isBefore(begin) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
