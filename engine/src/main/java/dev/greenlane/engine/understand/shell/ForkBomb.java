package dev.greenlane.engine.understand.shell;

import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.Statement;

/** Functions that start themselves again and again without waiting. */
final class ForkBomb {

    private ForkBomb() {}

    /** Whether a function runs itself in the background, or twice in one pipeline. */
    static boolean is(String name, Statement body) {
        return startsItself(name, body, false);
    }

    private static boolean startsItself(String name, Statement statement, boolean apart) {
        boolean detached = apart || statement.background();
        return switch (statement.command()) {
            case Command.Simple simple ->
                detached
                        && !simple.words().isEmpty()
                        && simple.words().get(0).constant().filter(name::equals).isPresent();
            case Command.Pipeline pipeline -> {
                long calls = pipeline.parts().stream()
                        .filter(part -> startsItself(name, part, true))
                        .count();
                yield calls > 1 || calls == 1 && detached;
            }
            case Command.Group group -> any(name, group.body(), detached);
            case Command.Subshell subshell -> any(name, subshell.body(), detached);
            case Command.AndOr both ->
                startsItself(name, both.left(), detached) || startsItself(name, both.right(), detached);
            case Command.While loop -> any(name, loop.body(), detached);
            default -> false;
        };
    }

    private static boolean any(String name, Script script, boolean apart) {
        return script.statements().stream().anyMatch(statement -> startsItself(name, statement, apart));
    }
}
