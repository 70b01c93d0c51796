package dev.greenlane.cli;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.install.HookCommand;
import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.known.KnownAgents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The hooks that are put into agents' settings.
 *
 * @param client what agents run
 * @param mode the permission mode they ask for
 * @param shadow whether they only record
 */
record Hooks(Path client, Optional<String> mode, boolean shadow) {
    /** The hooks in the settings of an agent; empty where it has no settings for a project. */
    Optional<Installation> in(HookPlace place, Path home, Optional<Path> project) {
        List<String> events = KnownAgents.byId(place.agent()).map(Agent::events).orElse(List.of());
        HookCommand command = new HookCommand(client, mode, shadow);
        return project.isPresent()
                ? Installation.ofProject(place, events, project.get(), command)
                : Optional.of(Installation.ofUser(place, events, home, command));
    }
}
