package dev.greenlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code greenlane session}. */
@Command(
        name = "session",
        header = "Show what a session has made and fetched.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane session COMMAND",
        descriptionHeading = "%n",
        description = {
            "A session is one conversation with an agent, with its subagents. What it made itself, it may throw away;"
                    + " what it fetched from outside, it does not run without a question."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {SessionShowCommand.class})
final class SessionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
