package dev.greenlane.service.settings;

import dev.greenlane.engine.review.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs of agents that {@code greenlane run} has started. A run has a name that nobody can guess: the agent's environment hands
 * it to the hooks, so that the service knows which calls belong to it and in which mode they are reviewed. A file for each says
 * its mode and, line by line, the sessions that were seen in it. Thread-safe.
 */
public final class Runs {
    /** The variable in the agent's environment that holds the name. */
    public static final String VARIABLE = "GREENLANE_RUN";

    private static final Pattern NAME = Pattern.compile("[a-p]{32}");
    private static final String NO_MODE = "-";
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final int MOST_NOTED = 10_000;

    private final Path folder;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /** @param state the folder of what Greenlane remembers */
    public Runs(Path state) {
        this.folder = state.resolve("runs");
    }

    /**
     * A run that goes on.
     *
     * @param mode the permission mode that was asked for; empty for the user's usual one
     */
    public record Run(String name, Optional<Mode> mode) {}

    /** Begins one. */
    public Run begin(Optional<Mode> mode, Instant now) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        forgetOld(now);
        String name = new SecureRandom()
                .ints(32, 'a', 'q')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve(name), mode.map(Mode::id).orElse(NO_MODE) + "\n", StandardOpenOption.CREATE_NEW);
        return new Run(name, mode);
    }

    /** The run with this name; empty where there is none. */
    public Optional<Run> find(String name) {
        try {
            if (!NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            String mode = Files.readAllLines(folder.resolve(name)).get(0);
            return Optional.of(new Run(name, Mode.byId(mode)));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Notes that a session was seen in a run. What cannot be written is missing from the list and nowhere else. */
    public void note(Run run, String session) {
        if (noted.size() > MOST_NOTED) {
            noted.clear();
        }
        if (session.indexOf('\n') >= 0 || !noted.add(run.name() + session)) {
            return;
        }
        try {
            Files.writeString(folder.resolve(run.name()), session + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            noted.remove(run.name() + session);
        }
    }

    /** Ends it; the sessions that were seen in it. */
    public List<String> end(Run run) throws IOException {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(run.name()));
            Files.deleteIfExists(folder.resolve(run.name()));
            return lines.stream().skip(1).distinct().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Runs that were killed leave their files behind. */
    private void forgetOld(Instant now) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FORGOTTEN))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
