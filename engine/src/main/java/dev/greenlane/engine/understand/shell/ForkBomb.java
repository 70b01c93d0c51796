package dev.greenlane.engine.understand.shell;

import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.Statement;
import dev.greenlane.syntax.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions that start themselves again and again, and loops that start others, without waiting. */
final class ForkBomb {

    private static final Set<String> ALWAYS = Set.of(":", "true", "/bin/true");
    private static final Set<String> NEVER = Set.of("false", "/bin/false");
    private static final Set<String> AT_ONCE = Set.of(":", "true", "echo", "printf", "disown", "let");

    private ForkBomb() {}

    /** Whether a function runs itself in the background, or twice in one pipeline. */
    static boolean is(String name, Statement body) {
        return startsItself(name, body, false);
    }

    /** Whether a loop has no end and waits for nothing that it starts. */
    static boolean is(Command.While loop) {
        List<Statement> condition = loop.condition().statements();
        return condition.size() == 1
                && word(condition.get(0))
                        .filter((loop.until() ? NEVER : ALWAYS)::contains)
                        .isPresent()
                && starts(loop.body());
    }

    /** Whether a turn of a loop starts something and goes on at once. */
    static boolean starts(Script body) {
        return body.statements().stream().anyMatch(Statement::background)
                && body.statements().stream()
                        .allMatch(statement -> statement.background()
                                || word(statement).filter(AT_ONCE::contains).isPresent());
    }

    /** The first word of a simple command. */
    private static Optional<String> word(Statement statement) {
        return statement.command() instanceof Command.Simple simple
                ? simple.words().stream().findFirst().flatMap(Word::constant)
                : Optional.empty();
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
