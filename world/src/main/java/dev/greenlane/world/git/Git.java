package dev.greenlane.world.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What repositories share: the program, its limits, the settings that are known. Thread-safe. */
final class Git {

    private final Map<String, String> environment;
    private final GitRepositories.Limits limits;
    private final Configs configs;
    private final Differing differing;
    private final Commits commits;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Program program;

    Git(Map<String, String> environment, GitRepositories.Limits limits, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.limits = limits;
        configs = new Configs(this.environment, clock);
        differing = new Differing(this, configs, clock);
        commits = new Commits(this, clock);
    }

    Differing differing() {
        return differing;
    }

    Commits commits() {
        return commits;
    }

    /** Runs what is asked at the same time as something else. */
    ExecutorService beside() {
        return beside;
    }

    /** Looked for until it is found: it may be slow to start, or be installed later. */
    Optional<Program> program() {
        Program found = program;
        if (found == null) {
            found = Program.find(environment).orElse(null);
            program = found;
        }
        return Optional.ofNullable(found);
    }

    /** The settings that hold in a repository; empty where git cannot read them, or they say that its files are elsewhere. */
    Optional<Configs.Known> config(Place place) {
        return configs.of(place, () -> small(place, Map.of(), List.of("config", "--list", "-z", "--show-origin")))
                .filter(known -> isAtHome(place, known.config()));
    }

    /** What git prints when it is asked about some paths, references or settings. */
    Optional<byte[]> small(Place place, Map<String, String> settings, List<String> question) {
        return program().flatMap(it -> it.ask(place, limits.small(), settings, question));
    }

    /** What git prints when it is asked about the whole working tree. */
    Optional<byte[]> whole(Place place, Map<String, String> settings, List<String> question) {
        return program().flatMap(it -> it.ask(place, limits.whole(), settings, question));
    }

    /** What git prints, as one line. */
    Optional<String> line(Place place, List<String> question) {
        return small(place, Map.of(), question).map(output -> new String(output, StandardCharsets.UTF_8).strip());
    }

    private static boolean isAtHome(Place place, Config config) {
        return config.last("core.worktree").isEmpty()
                || config.last("core.worktree")
                        .flatMap(Texts::path)
                        .map(place.gitFolder()::resolve)
                        .filter(folder -> isSame(folder, place.root()))
                        .isPresent();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (java.io.IOException | SecurityException e) {
            return false;
        }
    }
}
