package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;

/**
 * A whole script, or the inside of a command substitution, a group or a loop.
 *
 * @param statements in the order they are written
 * @param problems what could not be read, in order of place; empty for a script that bash accepts
 */
public record Script(List<Statement> statements, List<Problem> problems, Span span) implements Node {

    public Script {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /** Whether every part of the text was understood as grammar. */
    public boolean readable() {
        return problems.isEmpty();
    }

    /** A part of the text that is not shell grammar, and why. */
    public record Problem(Span span, String reason) {}
}
