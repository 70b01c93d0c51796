package dev.greenlane.cli;

import dev.greenlane.cli.page.PolicyPage;
import dev.greenlane.engine.policy.Policy;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenlane policy show}. */
@Command(
        name = "show",
        header = "List all rules, or show one.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane policy show [OPTIONS] [RULE]",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 2 where there is no such rule."})
final class PolicyShowCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Parameters(paramLabel = "RULE", arity = "0..1", description = "The id of a rule or an exception.")
    private @Nullable String id;

    PolicyShowCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Policy shown = policy.policy(outside);
        PolicyPage page = new PolicyPage(shown, colour.terminal(outside));
        List<String> lines = id == null
                ? page.list()
                : page.one(id)
                        .orElseThrow(() ->
                                Failure.usage("there is no rule " + id + "; greenlane policy show lists them all."));
        lines.forEach(outside.out()::println);
        return Exit.OK;
    }
}
