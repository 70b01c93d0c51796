package dev.greenlane.agents.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What agents run for an event.
 *
 * @param program the hook client, an absolute path
 * @param mode the permission mode that the hook asks for; empty for the user's usual one
 * @param shadow whether it only records
 */
public record HookCommand(Path program, Optional<String> mode, boolean shadow) {
    private static final String NAME = "greenlane-hook";

    /** Whether a text holds a hook of ours. */
    static boolean isOurs(String text) {
        return text.contains(NAME);
    }

    /** A line for a shell, to stand in JSON or in a script. */
    String line(String agent, String event) {
        String line = quoted(program.toString()) + " " + agent + " --event " + event;
        return line + options().stream().map(word -> " " + word).collect(Collectors.joining());
    }

    /** A list in JSON of the words to which an event's name is added. */
    String words(String agent) {
        List<String> words = new ArrayList<>(List.of(program.toString(), agent));
        words.addAll(options());
        words.add("--event");
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private List<String> options() {
        List<String> options = new ArrayList<>();
        mode.ifPresent(id -> options.addAll(List.of("--mode", id)));
        if (shadow) {
            options.add("--shadow");
        }
        return options;
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9/._-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
