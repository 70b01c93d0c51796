package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Condition;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.Statement;
import dev.greenlane.syntax.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a shell tree in the order in which a shell would run it. Branches are followed both ways, loops turn by turn where
 * their words are known. Not thread-safe; one per call.
 */
final class ShellInterpreter {

    private static final Set<String> ARITHMETIC = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");

    private final Work work;
    private final SimpleCommands simple;

    ShellInterpreter(Work work) {
        this.work = work;
        this.simple = new SimpleCommands(this, work);
    }

    Work work() {
        return work;
    }

    /** Follows a script and gives what it writes to standard output. */
    Flow script(Script script, ShellState state, Flow input, Scene scene) {
        List<Flow> outputs = new ArrayList<>(script.statements().size());
        for (Statement statement : script.statements()) {
            outputs.add(statement(statement, state, input, scene));
        }
        return Flow.all(outputs);
    }

    Flow statement(Statement statement, ShellState state, Flow input, Scene scene) {
        if (!work.step()) {
            if (work.justStopped()) {
                work.log()
                        .notUnderstood("the rest of the call", "is too long to follow", scene.unread(statement.span()));
            }
            return Flow.UNKNOWN;
        }
        int substitutions = work.substitutions().size();
        Flow output = statement.background()
                ? background(statement, state, input, scene)
                : foreground(statement, state, input, scene);
        work.substitutions().end(substitutions);
        return output;
    }

    private Flow background(Statement statement, ShellState state, Flow input, Scene scene) {
        work.background(true);
        Flow output = foreground(statement, state, input, scene);
        work.background(false);
        return output;
    }

    private Flow foreground(Statement statement, ShellState state, Flow input, Scene scene) {
        if (statement.command() instanceof Command.Simple command) {
            return simple.run(command, statement, state, input, scene);
        }
        Redirections redirections = Redirections.open(statement.redirects(), this, state, input, scene);
        Flow output = command(statement.command(), state, redirections.input(), scene);
        return redirections.close(output);
    }

    private Flow command(Command command, ShellState state, Flow input, Scene scene) {
        return switch (command) {
            case Command.Simple inner -> throw new IllegalStateException("handled by statement: " + inner.span());
            case Command.Pipeline pipeline -> pipeline(pipeline, state, input, scene);
            case Command.AndOr both -> andOr(both, state, input, scene);
            case Command.Group group -> script(group.body(), state, input, scene);
            case Command.Subshell subshell -> script(subshell.body(), state.copy(), input, scene);
            case Command.If branches -> branches(branches, state, input, scene);
            case Command.While loop -> loop(loop, state, input, scene);
            case Command.ForEach loop -> forEach(loop, state, input, scene);
            case Command.ForArithmetic loop -> forArithmetic(loop, state, input, scene);
            case Command.Case cases -> cases(cases, state, input, scene);
            case Command.Function function -> {
                state.define(function.name(), function.body());
                yield Flow.EMPTY;
            }
            case Command.Test test -> {
                follow(test.condition(), expander(state, scene));
                yield Flow.EMPTY;
            }
            case Command.Calculation calculation -> {
                calculation.expression().ifPresent(expander(state, scene)::number);
                yield Flow.EMPTY;
            }
            case Command.Timed timed ->
                timed.statement()
                        .map(inner -> statement(inner, state, input, scene))
                        .orElse(Flow.EMPTY);
            case Command.Coprocess coprocess -> {
                statement(coprocess.body(), state.copy(), Flow.UNKNOWN, scene);
                yield Flow.EMPTY;
            }
            case Command.Unreadable unreadable -> {
                work.log()
                        .notUnderstood(
                                shortened(unreadable.text()),
                                "cannot be read: " + unreadable.reason(),
                                scene.circumstances(EffectKind.UNKNOWN, unreadable.span()));
                yield Flow.UNKNOWN;
            }
        };
    }

    private Flow pipeline(Command.Pipeline pipeline, ShellState state, Flow input, Scene scene) {
        Flow flow = input;
        for (Statement part : pipeline.parts()) {
            flow = statement(part, state.copy(), flow, scene);
        }
        return flow;
    }

    private Flow andOr(Command.AndOr both, ShellState state, Flow input, Scene scene) {
        Flow left = statement(both.left(), state, input, scene);
        if (both.and() && !isTest(both.left())) {
            return left.then(statement(both.right(), state, input, scene));
        }
        ShellState other = state.copy();
        Flow right = statement(both.right(), other, input, scene.less(Certainty.LIKELY));
        if (other.folder().equals(state.folder())) {
            state.join(other);
        }
        return left.then(right);
    }

    /** Whether a statement only looks at something, so that what hangs on it may well not happen. */
    private static boolean isTest(Statement statement) {
        return switch (statement.command()) {
            case Command.Test test -> true;
            case Command.Simple simple ->
                !simple.words().isEmpty()
                        && simple.words()
                                .get(0)
                                .constant()
                                .filter(Set.of("[", "test")::contains)
                                .isPresent();
            default -> false;
        };
    }

    /** Notes that processes are started without end. */
    void forkBomb(Span span, Scene scene) {
        Circumstances circumstances = scene.circumstances(EffectKind.SYSTEM_CHANGE, span, Set.of("bulk", "force"));
        work.log().name(EffectKind.SYSTEM_CHANGE, Value.of("fork bomb"), circumstances);
    }

    private Flow branches(Command.If branches, ShellState state, Flow input, Scene scene) {
        Scene maybe = scene.less(Certainty.LIKELY);
        List<ShellState> ways = new ArrayList<>();
        Flow output = Flow.EMPTY;
        for (Command.If.Arm arm : branches.arms()) {
            output = output.then(script(arm.condition(), state, input, scene));
            ShellState way = state.copy();
            output = output.then(script(arm.body(), way, input, maybe));
            ways.add(way);
        }
        if (branches.otherwise().isPresent()) {
            ShellState way = state.copy();
            output = output.then(script(branches.otherwise().get(), way, input, maybe));
            ways.add(way);
        }
        ways.forEach(state::join);
        return unclear(output, ways.size());
    }

    /** The output of several ways, only one of which is taken. */
    private static Flow unclear(Flow output, int ways) {
        boolean nothing = output.text().filter(Value.EMPTY::equals).isPresent();
        return nothing || ways == 0 ? output : Flow.labelled(output.labels(), output.origin());
    }

    private Flow cases(Command.Case cases, ShellState state, Flow input, Scene scene) {
        expander(state, scene).single(cases.subject());
        Scene maybe = scene.less(Certainty.LIKELY);
        List<ShellState> ways = new ArrayList<>();
        Flow output = Flow.EMPTY;
        for (Command.Case.Item item : cases.items()) {
            item.patterns().forEach(pattern -> expander(state, scene).single(pattern));
            ShellState way = state.copy();
            output = output.then(script(item.body(), way, input, maybe));
            ways.add(way);
        }
        ways.forEach(state::join);
        return unclear(output, ways.size());
    }

    private Flow loop(Command.While loop, ShellState state, Flow input, Scene scene) {
        Optional<List<String>> lines = linesRead(loop, input);
        if (lines.isPresent()) {
            return lineByLine(loop, lines.get(), state, scene);
        }
        if (ForkBomb.is(loop)) {
            forkBomb(loop.span(), scene);
        }
        Scene maybe = scene.less(Certainty.LIKELY);
        ShellState before = state.copy();
        script(loop.condition(), state, input, scene);
        Flow output = script(loop.body(), state, input, maybe);
        return output.then(nextTurn(loop.body(), before, state, input, maybe));
    }

    /** The lines that a loop over {@code read} takes one by one, where they are known and not too many. */
    private static Optional<List<String>> linesRead(Command.While loop, Flow input) {
        boolean reads = !loop.until()
                && loop.condition().statements().size() == 1
                && loop.condition().statements().get(0).command() instanceof Command.Simple simple
                && !simple.words().isEmpty()
                && simple.words().get(0).constant().filter("read"::equals).isPresent();
        return reads
                ? input.text()
                        .flatMap(Value::known)
                        .map(text -> text.lines().limit(Work.MOST_TURNS + 1L).toList())
                        .filter(lines -> lines.size() <= Work.MOST_TURNS)
                : Optional.empty();
    }

    private Flow lineByLine(Command.While loop, List<String> lines, ShellState state, Scene scene) {
        Flow output = Flow.EMPTY;
        for (int i = 0; i < lines.size(); i++) {
            String rest = String.join("\n", lines.subList(i + 1, lines.size()));
            script(loop.condition(), state, Flow.of(Value.of(lines.get(i) + "\n")), scene);
            output = output.then(script(loop.body(), state, Flow.of(Value.of(rest)), scene));
        }
        return output;
    }

    /** A turn of a loop in which everything that the first one changed is no longer known. */
    private Flow nextTurn(Script body, ShellState before, ShellState state, Flow input, Scene scene) {
        List<String> changed = new ArrayList<>(state.changedSince(before));
        if (changed.isEmpty()) {
            return Flow.EMPTY;
        }
        for (String name : changed) {
            Optional<Value> value = state.get(name);
            if (value.isPresent() && value.get().hole().isEmpty()) {
                state.set(name, Value.unknown("$" + name, "changes in a loop"));
            }
        }
        return script(body, state, input, scene);
    }

    private Flow forArithmetic(Command.ForArithmetic loop, ShellState state, Flow input, Scene scene) {
        if (loop.test().isEmpty() && ForkBomb.starts(loop.body())) {
            forkBomb(loop.span(), scene);
        }
        WordExpander expander = expander(state, scene);
        loop.start().ifPresent(expander::number);
        Flow output = Flow.EMPTY;
        for (int turn = 0; turn < Work.MOST_TURNS; turn++) {
            Optional<Long> test = loop.test().flatMap(expander::number);
            if (test.isEmpty()) {
                break;
            }
            if (test.get() == 0) {
                return output;
            }
            output = output.then(script(loop.body(), state, input, scene));
            loop.step().ifPresent(expander::number);
        }
        ShellState before = state.copy();
        output = output.then(script(loop.body(), state, input, scene.less(Certainty.LIKELY)));
        loop.step().ifPresent(expander::number);
        return output.then(nextTurn(loop.body(), before, state, input, scene.less(Certainty.LIKELY)));
    }

    private Flow forEach(Command.ForEach loop, ShellState state, Flow input, Scene scene) {
        List<Value> values = new ArrayList<>();
        if (loop.words().isPresent()) {
            for (Argument field : expander(state, scene).fields(loop.words().get())) {
                values.add(field.value());
            }
        } else {
            values.addAll(state.positional());
        }
        if (values.size() > Work.MOST_TURNS) {
            values = new ArrayList<>(values.subList(0, Work.MOST_TURNS));
            values.add(Value.unknown("$" + loop.name(), "takes too many values to follow"));
        }
        Flow output = Flow.EMPTY;
        for (Value value : values) {
            state.set(loop.name(), value);
            output = output.then(script(loop.body(), state, input, scene));
        }
        return output;
    }

    private void follow(Condition condition, WordExpander expander) {
        switch (condition) {
            case Condition.Unary unary -> {
                if (unary.operator().equals("-v") || unary.operator().equals("-t")) {
                    expander.operand(unary.operand());
                } else {
                    expander.single(unary.operand());
                }
            }
            case Condition.Binary binary -> {
                if (ARITHMETIC.contains(binary.operator())) {
                    expander.operand(binary.left());
                    expander.operand(binary.right());
                } else {
                    expander.single(binary.left());
                    expander.single(binary.right());
                }
            }
            case Condition.Not not -> follow(not.inner(), expander);
            case Condition.AndOr both -> {
                follow(both.left(), expander);
                follow(both.right(), expander);
            }
            case Condition.Parenthesised inner -> follow(inner.inner(), expander);
        }
    }

    /** Runs words as a command: what wrappers, {@code eval} and code in other languages need. */
    Flow words(List<Argument> words, ShellState state, Flow input, Scene scene) {
        if (words.isEmpty()) {
            return Flow.EMPTY;
        }
        if (scene.depth() > Work.DEEPEST || !work.step()) {
            notFollowed(words.get(0), "is nested too deeply to follow", scene);
            return Flow.UNKNOWN;
        }
        return simple.run(
                words, words.get(0).span().to(words.get(words.size() - 1).span()), state, input, scene);
    }

    WordExpander expander(ShellState state, Scene scene) {
        return new WordExpander(this, state, scene);
    }

    Value single(Word word, ShellState state, Scene scene) {
        return expander(state, scene).single(word);
    }

    void notUnderstood(Argument what, String reason, Scene scene) {
        work.log()
                .notUnderstood(
                        shortened(what.value().display()),
                        reason,
                        scene.circumstances(EffectKind.UNKNOWN, what.span()));
    }

    /** As {@link #notUnderstood}, where a limit of ours or the place of it is the reason, and not how code is written. */
    void notFollowed(Argument what, String reason, Scene scene) {
        work.log().notUnderstood(shortened(what.value().display()), reason, scene.unread(what.span()));
    }

    static String shortened(String text) {
        String line = text.strip().replace('\n', ' ');
        return line.length() <= 80 ? line : line.substring(0, 77) + "…";
    }
}
