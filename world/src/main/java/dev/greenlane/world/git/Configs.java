package dev.greenlane.world.git;

import dev.greenlane.engine.bounded.Bounded;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The settings of repositories, kept as long as none of the files that they are read from changes. Thread-safe. */
final class Configs {

    private static final int MOST_KEPT = 128;
    private static final int MOST_FILES = 256;

    private final InstantSource clock;
    private final Map<String, String> environment;
    private final Map<Place, Known> known = Collections.synchronizedMap(Bounded.byUse(MOST_KEPT));

    /** @param environment says where the user's own settings are */
    Configs(Map<String, String> environment, InstantSource clock) {
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * The settings of a repository.
     *
     * @param ask has git list them
     */
    Optional<Known> of(Place place, Supplier<Optional<byte[]>> ask) {
        Instant now = clock.instant();
        Known before = known.get(place);
        if (before != null && look(before.files).equals(before.fingerprint)) {
            return Optional.of(before);
        }
        Optional<Config> config = ask.get()
                .map(output -> Config.read(output, place.root()))
                .filter(read -> read.settings().stream()
                        .anyMatch(setting -> setting.file().equals(common(place))));
        return config.map(read -> {
            Set<Path> files = files(place, read);
            Optional<Fingerprint> fingerprint = look(files);
            Known found = new Known(read, files, fingerprint);
            boolean allThere = read.settings().stream()
                    .map(Config.Setting::file)
                    .distinct()
                    .allMatch(Texts::exists);
            if (allThere && fingerprint.filter(it -> it.isOlderThan(now)).isPresent()) {
                known.put(place, found);
            }
            return found;
        });
    }

    /**
     * Settings and the files that they come from, those that are missing and would count included.
     *
     * @param fingerprint of these files; empty where they cannot be looked at
     */
    record Known(Config config, Set<Path> files, Optional<Fingerprint> fingerprint) {}

    /** Where the user keeps a file of git, such as {@code ignore}. */
    Optional<Path> ofUser(String name) {
        return folder("XDG_CONFIG_HOME")
                .or(() -> folder("HOME").map(home -> home.resolve(".config")))
                .map(config -> config.resolve("git").resolve(name));
    }

    /** A path as it stands in settings. */
    Optional<Path> path(String text, Path relativeTo) {
        if (text.startsWith("~/")) {
            return folder("HOME").map(home -> home.resolve(text.substring(2)));
        }
        return text.startsWith("~") || text.startsWith("%")
                ? Optional.empty()
                : Texts.path(text).map(relativeTo::resolve);
    }

    private Set<Path> files(Place place, Config config) {
        Set<Path> files = new LinkedHashSet<>(
                List.of(common(place), place.gitFolder().resolve("config.worktree"), Path.of("/etc/gitconfig")));
        ofUser("config").ifPresent(files::add);
        folder("HOME").map(home -> home.resolve(".gitconfig")).ifPresent(files::add);
        for (Config.Setting setting : config.settings()) {
            files.add(setting.file());
            if (setting.key().equals("include.path")
                    || setting.key().startsWith("includeif.") && setting.key().endsWith(".path")) {
                path(setting.value(), setting.file().resolveSibling("")).ifPresent(files::add);
                files.add(place.gitFolder().resolve("HEAD"));
            }
        }
        return files;
    }

    private static Path common(Place place) {
        return place.commonFolder().resolve("config");
    }

    private Optional<Path> folder(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .flatMap(Texts::path)
                .filter(Path::isAbsolute);
    }

    private static Optional<Fingerprint> look(Set<Path> files) {
        Fingerprint.Taking taking = new Fingerprint.Taking(MOST_FILES);
        files.forEach(taking::file);
        return taking.done();
    }
}
