package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule may know of the call beside its effects.
 *
 * @param mode the permission mode by the name agents use: {@code auto}, {@code acceptEdits}, …
 * @param tool the tool's name as the agent gave it
 * @param server the MCP server that the tool is of; empty where it is of none
 * @param commands the commands that it would run
 */
public record PolicyContext(String mode, String tool, String server, List<Invocation> commands) {

    public PolicyContext {
        commands = List.copyOf(commands);
    }

    /** A call of which no command is known. */
    public PolicyContext(String mode, String tool, String server) {
        this(mode, tool, server, List.of());
    }

    /** A call of a tool of the agent's own. */
    public PolicyContext(String mode, String tool) {
        this(mode, tool, "");
    }

    /** A shell command in auto mode. */
    public static final PolicyContext SHELL = new PolicyContext("auto", "Bash");

    /** The words of the commands that have an effect; code that stands among them is not a word. */
    Stream<String> wordsOf(Effect effect) {
        return commandsOf(effect).flatMap(List::stream).filter(word -> word.indexOf(' ') < 0);
    }

    /** The commands that have an effect, word by word. */
    Stream<List<String>> commandsOf(Effect effect) {
        return commands.stream()
                .filter(command -> command.effects().contains(effect))
                .map(command -> command.words().stream().map(Value::display).toList());
    }
}
