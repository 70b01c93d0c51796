package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** What a statement runs. The names are those of the bash manual, section "Shell Grammar". */
public sealed interface Command extends Node {

    /** {@code A=1 name word…}: assignments alone (no words) set variables in this shell. */
    record Simple(List<Assignment> assignments, List<Word> words, Span span) implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
        }
    }

    /**
     * {@code a | b |& c}.
     *
     * @param parts two or more
     * @param withStderr for each part but the last, whether {@code |&} follows it
     */
    record Pipeline(List<Statement> parts, List<Boolean> withStderr, Span span) implements Command {
        public Pipeline {
            parts = List.copyOf(parts);
            withStderr = List.copyOf(withStderr);
        }
    }

    /** {@code left && right}, {@code left || right}; chains lean left. */
    record AndOr(Statement left, boolean and, Statement right, Span span) implements Command {}

    /** {@code { …; }}. */
    record Group(Script body, Span span) implements Command {}

    /** {@code ( … )}. */
    record Subshell(Script body, Span span) implements Command {}

    /** {@code if … then … elif … then … else … fi}; {@code arms} has the {@code if} and every {@code elif}. */
    record If(List<Arm> arms, Optional<Script> otherwise, Span span) implements Command {
        public If {
            arms = List.copyOf(arms);
        }

        /** A condition and what runs when it holds. */
        public record Arm(Script condition, Script body) {}
    }

    /** {@code while … do … done}, or {@code until …}. */
    record While(boolean until, Script condition, Script body, Span span) implements Command {}

    /**
     * {@code for name in words}, or {@code select name in words}.
     *
     * @param words empty where there is no {@code in}: the positional parameters
     */
    record ForEach(String name, Optional<List<Word>> words, boolean select, Script body, Span span)
            implements Command {}

    /** {@code for ((start; test; step))}. */
    record ForArithmetic(
            Optional<Arithmetic> start, Optional<Arithmetic> test, Optional<Arithmetic> step, Script body, Span span)
            implements Command {}

    /** {@code case subject in pattern) … ;; esac}. */
    record Case(Word subject, List<Item> items, Span span) implements Command {
        public Case {
            items = List.copyOf(items);
        }

        /** One branch; {@code end} is {@code ;;}, {@code ;&}, {@code ;;&} or empty for a last branch without one. */
        public record Item(List<Word> patterns, Script body, String end) {}
    }

    /** {@code name() body}, {@code function name body}. */
    record Function(String name, Statement body, Span span) implements Command {}

    /** {@code [[ … ]]}. */
    record Test(Condition condition, Span span) implements Command {}

    /** {@code (( … ))}; also each argument of {@code let} stays a plain word, as bash reads it. */
    record Calculation(Optional<Arithmetic> expression, Span span) implements Command {}

    /** {@code time [-p] statement}; the statement is absent in a bare {@code time}. */
    record Timed(Optional<Statement> statement, Span span) implements Command {}

    /** {@code coproc [name] command}. */
    record Coprocess(Optional<String> name, Statement body, Span span) implements Command {}

    /** Text in the place of a command that is not shell grammar. The same reason stands in {@link Script#problems}. */
    record Unreadable(String text, String reason, Span span) implements Command {}
}
