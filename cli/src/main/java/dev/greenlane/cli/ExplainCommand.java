package dev.greenlane.cli;

import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.gate.WatchedFiles;
import dev.greenlane.cli.page.ExplainPage;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenlane explain}. */
@Command(
        name = "explain",
        header = "Show how a verdict comes about.",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "greenlane explain [OPTIONS] -- COMMAND...",
            "       greenlane explain [OPTIONS] --tool NAME --input JSON"
        },
        descriptionHeading = "%n",
        description =
                "Shows how the command is read, each effect with the part of the command that has it, what was looked"
                        + " up, every rule that speaks of such effects and whether it applies, and the verdict. Nothing"
                        + " is run.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: as review has them."})
final class ExplainCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final CallOptions call = new CallOptions();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final ColourOption colour = new ColourOption();

    ExplainCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Request asked = call.request(outside);
        WatchedFiles files = new WatchedFiles(asked.world().files());
        Request request = new Request(
                asked.call(),
                asked.surroundings(),
                asked.world().seenThrough(files),
                asked.mode(),
                asked.rules(),
                asked.user(),
                asked.earlier());
        Gate gate = policy.gate(outside);
        Review review = gate.review(request);
        new ExplainPage(colour.terminal(outside))
                .lines(review, gate.policy().rules(), files.kinds(), files.lengths())
                .forEach(outside.out()::println);
        return ReviewCommand.exitCode(review.verdict().outcome());
    }
}
