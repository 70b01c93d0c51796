package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs examples on descriptions alone, without the understanding of the shell: quotes, pipelines and lists are split here,
 * commands inside are followed, and what needs more is only compared as far as the descriptions go.
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
        script(example.command(), outcome, 0);
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

    private void script(String text, Outcome outcome, int depth) {
        ShellWords script = ShellWords.split(text);
        outcome.open |= script.hasMore();
        for (ShellWords.Simple command : script.commands()) {
            List<Argument> words = command.words().stream()
                    .map(word -> new Argument(Value.of(word), new Span(0, 0)))
                    .toList();
            command(words, command.piped(), outcome, depth);
        }
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
                script(
                        String.join(
                                " ",
                                script.code().stream()
                                        .map(code -> code.value().display())
                                        .toList()),
                        outcome,
                        depth);
            case PlannedRun.Script script -> outcome.open = true;
            case PlannedRun.File file -> outcome.open = true;
            case PlannedRun.Input input -> outcome.open = true;
        }
    }
}
