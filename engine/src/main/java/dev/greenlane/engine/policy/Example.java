package dev.greenlane.engine.policy;

import java.util.Map;

/**
 * A call that shows what a rule does.
 *
 * @param tool the tool's name
 * @param input the tool's input as an agent gives it: texts, numbers, booleans, lists and maps of these
 */
public record Example(String tool, Map<String, Object> input) {

    public Example {
        input = Map.copyOf(input);
    }

    /** A command line. */
    public static Example shell(String command) {
        return new Example("Bash", Map.of("command", command));
    }

    /** The command line, or the tool and its input. */
    @Override
    public String toString() {
        return tool.equals("Bash") && input.size() == 1 && input.get("command") instanceof String command
                ? command
                : tool + " " + input;
    }
}
