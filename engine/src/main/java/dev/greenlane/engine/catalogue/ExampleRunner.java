package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Redirect;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.ShellReader;
import dev.greenlane.syntax.shell.Statement;
import dev.greenlane.syntax.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs examples on descriptions alone: pipelines, lists and commands inside are followed, expansions, redirections and
 * compound commands are not. Where there are such, the descriptions must give part of the expected effects, in order.
 */
final class ExampleRunner {

    private static final int MAX_DEPTH = 8;

    private final Catalogue catalogue;

    ExampleRunner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the example gives instead of what it says; empty where both are the same. */
    Optional<String> mismatch(Example example) {
        Outcome outcome = new Outcome(new ArrayList<>());
        script(example.command(), false, outcome, 0);
        List<String> expected = example.effects();
        boolean same = outcome.open ? isContained(outcome.effects, expected) : outcome.effects.equals(expected);
        return same
                ? Optional.empty()
                : Optional.of("'" + example.command() + "' says " + expected + " but gives " + outcome.effects
                        + (outcome.open ? " and more that only the whole engine tells" : ""));
    }

    private static final class Outcome {
        private final List<String> effects;
        /** Whether there is code inside that descriptions do not tell about. */
        private boolean open;

        Outcome(List<String> effects) {
            this.effects = effects;
        }
    }

    private static boolean isContained(List<String> part, List<String> whole) {
        int at = 0;
        for (String effect : whole) {
            at += at < part.size() && part.get(at).equals(effect) ? 1 : 0;
        }
        return at == part.size();
    }

    private void script(String text, boolean piped, Outcome outcome, int depth) {
        Script script = ShellReader.read(text);
        outcome.open |= !script.readable();
        for (Statement statement : script.statements()) {
            statement(statement, text, piped, outcome, depth);
        }
    }

    private void statement(Statement statement, String text, boolean piped, Outcome outcome, int depth) {
        outcome.open |= !statement.redirects().isEmpty();
        boolean fed = piped || statement.redirects().stream().anyMatch(ExampleRunner::isInput);
        switch (statement.command()) {
            case Command.Simple simple -> {
                outcome.open |= !simple.assignments().isEmpty();
                List<Argument> words = new ArrayList<>();
                for (Word word : simple.words()) {
                    Optional<String> constant = word.constant();
                    outcome.open |= constant.isEmpty();
                    words.add(new Argument(
                            constant.map(Value::of)
                                    .orElseGet(() -> Value.unknown(word.span().in(text), "it is not read here")),
                            word.span()));
                }
                command(words, fed, outcome, depth);
            }
            case Command.Pipeline pipeline -> {
                for (int i = 0; i < pipeline.parts().size(); i++) {
                    statement(pipeline.parts().get(i), text, i > 0 || fed, outcome, depth);
                }
            }
            case Command.AndOr both -> {
                statement(both.left(), text, fed, outcome, depth);
                statement(both.right(), text, fed, outcome, depth);
            }
            default -> outcome.open = true;
        }
    }

    private static boolean isInput(Redirect redirect) {
        return switch (redirect.operator()) {
            case INPUT, READ_WRITE, DUPLICATE_INPUT, HERE_DOCUMENT, HERE_DOCUMENT_STRIPPED, HERE_STRING -> true;
            case OUTPUT, APPEND, CLOBBER, DUPLICATE_OUTPUT, BOTH, BOTH_APPEND -> false;
        };
    }

    private void command(List<Argument> words, boolean piped, Outcome outcome, int depth) {
        if (words.isEmpty() || depth > MAX_DEPTH) {
            return;
        }
        String name = words.get(0).value().display();
        Optional<Program> program = catalogue.program(name.substring(name.lastIndexOf('/') + 1));
        if (program.isEmpty()) {
            outcome.effects.add("unknown " + name);
            return;
        }
        Plan plan = program.get().plan(words.subList(1, words.size()), piped);
        plan.undescribed()
                .ifPresent(word -> outcome.effects.add(
                        "unknown " + name + " " + word.value().display()));
        for (Plan.PlannedEffect effect : plan.effects()) {
            String target = switch (effect.target()) {
                case Plan.Target.Word word -> word.argument().value().display();
                case Plan.Target.WorkingDirectory cwd -> ".";
                case Plan.Target.StandardInput input -> "stdin";
            };
            outcome.effects.add((effect.kind().id() + " " + target).strip());
        }
        plan.runs().forEach(run -> run(run, piped, outcome, depth + 1));
    }

    private void run(PlannedRun run, boolean piped, Outcome outcome, int depth) {
        switch (run) {
            case PlannedRun.Command command -> {
                List<Argument> words = new ArrayList<>(command.words());
                words.addAll(command.appended());
                if (command.appendsInput()) {
                    words.add(new Argument(Value.unknown("stdin", "it is piped in"), new Span(0, 0)));
                }
                command(words, piped, outcome, depth);
            }
            case PlannedRun.Script script
            when script.language().equals("shell") ->
                script(String.join(" ", texts(script.code())), piped, outcome, depth);
            case PlannedRun.Script script -> outcome.open = true;
            case PlannedRun.File file -> outcome.open = true;
            case PlannedRun.Input input -> outcome.open = true;
            case PlannedRun.Task task -> {}
        }
    }

    private static List<String> texts(List<Argument> arguments) {
        return arguments.stream().map(argument -> argument.value().display()).toList();
    }
}
