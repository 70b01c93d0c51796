package dev.greenlane.cli;

import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.gate.PolicyExamples;
import dev.greenlane.cli.gate.PolicyExamples.Result;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenlane policy test}. */
@Command(
        name = "test",
        header = "Run the examples of all rules.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane policy test [OPTIONS] [FILE]",
        descriptionHeading = "%n",
        description =
                "Checks that each rule stops the calls it says it blocks, and that the calls it says pass, and the"
                        + " ones to make instead, are allowed.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 all examples hold, 1 some do not, 2 the file cannot be used."})
final class PolicyTestCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A policy file, tested together with the default policy it is added to.")
    private @Nullable Path file;

    PolicyTestCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Policy policy = file == null ? Policy.defaults() : PolicyFiles.added(Policy.defaults(), outside, file);
        Terminal terminal = colour.terminal(outside);
        List<Result> results = new ArrayList<>();
        new PolicyExamples(new Gate(policy)).run(results::add);
        List<Result> failed =
                results.stream().filter(result -> result.problem().isPresent()).toList();
        for (Result result : failed) {
            outside.out()
                    .println(terminal.paint(Ink.BAD, result.of()) + " " + result.promise() + " "
                            + Lines.cut(result.example().toString(), terminal.width()) + ": "
                            + result.problem().orElse(""));
        }
        String summary = results.size() + " examples of " + policy.rules().size() + " rules and "
                + policy.exceptions().size() + " exceptions: ";
        outside.out()
                .println(summary
                        + (failed.isEmpty()
                                ? terminal.paint(Ink.GOOD, "all hold")
                                : terminal.paint(Ink.BAD, failed.size() + " do not hold")));
        return failed.isEmpty() ? Exit.OK : Exit.FAILED;
    }
}
