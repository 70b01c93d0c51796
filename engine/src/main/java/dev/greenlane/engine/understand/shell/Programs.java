package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan;
import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.catalogue.Program;
import dev.greenlane.engine.understand.text.Filters;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs that the catalogue describes: {@link PlannedEffects} are what they do, {@link PlannedRuns} what they run. */
final class Programs {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "csh", "tcsh");

    /** What stands behind the known part of what a program prints; so nothing can be made of it that would be known. */
    private static final Value REST = Value.unknown("what it prints", "is its own");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;
    private final ProjectTasks tasks;

    Programs(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
        this.tasks = new ProjectTasks(interpreter, work, code);
    }

    /**
     * Follows a program.
     *
     * @param name the name that it was called by; a description may have several
     */
    Flow run(
            String name,
            Program program,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        Plan plan = program.plan(arguments, input.lines(span), span);
        Step step = new Step(name, plan, arguments, span, state, input, scene);
        PlannedEffects effects = new PlannedEffects(step, work);
        Flow output = follow(step, effects);
        if (plan.undescribed().isPresent()) {
            undescribed(plan.undescribed().get(), step);
            return Flow.UNKNOWN.withLabels(input.labels());
        }
        Digests.checked(name, arguments, input).forEach(file -> work.files().checked(file, step.from()));
        if (plan.program().equals("ln")) {
            Links.make(arguments, state, scene);
        }
        if (SHELLS.contains(plan.program()) && plan.runs().stream().allMatch(PlannedRun.Input.class::isInstance)) {
            return output.asShell();
        }
        Optional<Value> printed =
                plan.prints().map(text -> Value.of(text).then(REST)).or(effects::written);
        if (printed.isPresent()) {
            return Flow.of(printed.get()).withLabels(output.labels()).alongWith(output);
        }
        return Filters.changes(name) ? output.withoutText().withoutProjectOrigin() : output;
    }

    /** Its effects, and those of what it runs. */
    private Flow follow(Step step, PlannedEffects effects) {
        Flow output = effects.tell();
        work.foreign().runsModule(step);
        PlannedRuns runs = new PlannedRuns(step, interpreter, work, code, tasks);
        for (PlannedRun run : step.plan().runs()) {
            boolean instead = step.plan().undescribed().isPresent() && run instanceof PlannedRun.Task;
            output = instead ? output : runs.follow(run, output);
        }
        return output;
    }

    /** Follows a subcommand that the catalogue does not describe where the project does. */
    private void undescribed(Argument subcommand, Step step) {
        List<Argument> behind = step.arguments()
                .subList(
                        step.arguments().indexOf(subcommand) + 1,
                        step.arguments().size());
        boolean followed = step.plan().runs().stream()
                .filter(PlannedRun.Task.class::isInstance)
                .map(PlannedRun.Task.class::cast)
                .anyMatch(task -> tasks.follow(task, behind, step.span(), step.state(), step.input(), step.scene()));
        if (!followed) {
            String name = step.plan().program() + " " + subcommand.value().display();
            interpreter.notUnderstood(
                    subcommand.with(Value.of(name)),
                    "is a subcommand that the catalogue does not describe",
                    step.scene());
        }
    }
}
