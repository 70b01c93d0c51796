package dev.greenlane.agents.install;

import java.util.List;
import java.util.Optional;

/**
 * Where an agent keeps its hooks, as {@code places.yaml} describes it.
 *
 * @param agent the agent's id
 * @param program the client's command
 * @param user the user's settings
 * @param project the settings of a project; empty where the client has none
 * @param at names that lead to the list of an event's hooks; empty where hooks are files of their own
 * @param content what is put into the list, or the file
 * @param version the value of "version" that a new file needs
 * @param probe an event about a call that must be denied
 * @param probeEvent the name of that event
 * @param note what a person has to do beside it
 * @param door how the client is given hooks for one run; empty where it has no way
 */
public record HookPlace(
        String agent,
        String program,
        String user,
        Optional<String> project,
        List<String> at,
        String content,
        Optional<String> version,
        String probe,
        String probeEvent,
        Optional<String> note,
        Optional<RunDoor> door) {
    public HookPlace {
        at = List.copyOf(at);
    }

    /** Whether the hook is a program that the client runs for the event in the file's name. */
    boolean isProgram() {
        return content.startsWith("#!");
    }
}
