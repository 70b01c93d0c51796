package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which agents a command is about. */
final class AgentChoice {
    @Parameters(paramLabel = "AGENT", arity = "0..1", description = "The agent, such as claude-code.")
    private @Nullable String agent;

    @Option(names = "--all", description = "Every agent that is found on this machine.")
    private boolean all;

    boolean isAll() {
        return all;
    }

    /** The agents that are meant; with --all those whose program or settings are there. */
    List<HookPlace> places(Outside outside, Path home) {
        if (agent == null && !all) {
            throw Failure.usage("name an agent, or --all; agents: " + names());
        }
        List<HookPlace> meant = HookPlaces.all().stream()
                .filter(place -> agent == null || place.agent().equals(agent))
                .filter(place -> agent != null || isHere(outside, home, place))
                .toList();
        if (meant.isEmpty()) {
            throw Failure.usage(
                    agent == null
                            ? "no agent is found on this machine; agents: " + names()
                            : "no agent is called " + agent + "; agents: " + names());
        }
        return meant;
    }

    static Optional<Path> program(Outside outside, String name) {
        return Arrays.stream(outside.environment().getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isHere(Outside outside, Path home, HookPlace place) {
        String folder = place.user().replaceFirst("^~/", "").replaceFirst("/.*", "");
        boolean ownFolder = !folder.equals(".config");
        return program(outside, place.program()).isPresent() || (ownFolder && Files.isDirectory(home.resolve(folder)));
    }

    private static String names() {
        return HookPlaces.all().stream().map(HookPlace::agent).collect(Collectors.joining(", "));
    }
}
