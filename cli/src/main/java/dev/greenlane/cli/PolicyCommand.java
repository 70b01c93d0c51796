package dev.greenlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code greenlane policy}. */
@Command(
        name = "policy",
        header = "Show and test the rules.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane policy COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {PolicyShowCommand.class, PolicyTestCommand.class})
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
