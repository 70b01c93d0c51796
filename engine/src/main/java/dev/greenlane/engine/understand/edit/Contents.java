package dev.greenlane.engine.understand.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Kinds of files whose content means something; path classes name them as {@link #id()}. Reading never throws, takes time in
 * proportion to the text, and takes a piece of a file as well as a whole one.
 */
public enum Contents {
    /** A shell reads it by itself. */
    SHELL_STARTUP(Scripts::startup),
    /** A program that runs by itself. */
    HOOK(Scripts::hook),
    /** Times and commands, services and their commands. */
    SCHEDULED(Schedules::read),
    GIT_CONFIG((name, text) -> GitConfig.read(text)),
    SSH_CONFIG((name, text) -> SshConfig.read(text)),
    /** Which hooks a manager of hooks runs. */
    HOOK_MANAGER((name, text) -> HookManagers.read(text)),
    /** What a build machine runs. */
    CI((name, text) -> Workflows.read(text)),
    PACKAGE_MANIFEST((name, text) -> PackageManifest.read(text)),
    /** Where packages come from. */
    PACKAGE_CONFIG((name, text) -> PackageConfig.read(text)),
    EDITOR(EditorSettings::read),
    DOCKERFILE((name, text) -> Dockerfile.read(text)),
    /** Containers and the rights they get. */
    COMPOSE((name, text) -> Compose.read(text)),
    TERRAFORM((name, text) -> Terraform.read(text));

    private static final Map<String, Contents> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Contents::id, Function.identity()));

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final BiFunction<String, String, List<Meaning>> reader;

    Contents(BiFunction<String, String, List<Meaning>> reader) {
        this.reader = reader;
    }

    /** The name in data files: {@code git-config}. */
    public String id() {
        return id;
    }

    /** The kind with this {@link #id()}. */
    public static Optional<Contents> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * What {@code text} means here.
     *
     * @param path the file's path or name
     */
    public List<Meaning> read(String path, String text) {
        return reader.apply(path, text);
    }

    /** What text means in a file of no special kind: a script may be run by somebody. */
    public static List<Meaning> ofAny(String path, String text) {
        return Scripts.plain(path, text);
    }
}
