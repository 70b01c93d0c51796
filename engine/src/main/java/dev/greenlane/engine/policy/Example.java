package dev.greenlane.engine.policy;

import java.util.List;
import java.util.Map;

/**
 * A call that shows what a rule does.
 *
 * @param tool the tool's name
 * @param input the tool's input as an agent gives it: texts, numbers, booleans, lists and maps of these
 * @param user what the user has said before
 */
public record Example(String tool, Map<String, Object> input, List<String> user) {

    public Example {
        input = Map.copyOf(input);
        user = List.copyOf(user);
    }

    /** A call of which the user has said nothing. */
    public Example(String tool, Map<String, Object> input) {
        this(tool, input, List.of());
    }

    /** A command line. */
    public static Example shell(String command) {
        return new Example("Bash", Map.of("command", command));
    }

    /** The command line, or the tool and its input. */
    @Override
    public String toString() {
        String call = tool.equals("Bash") && input.size() == 1 && input.get("command") instanceof String command
                ? command
                : tool + " " + input;
        return user.isEmpty() ? call : call + " after " + user;
    }
}
