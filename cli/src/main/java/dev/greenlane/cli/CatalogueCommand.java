package dev.greenlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code greenlane catalogue}. */
@Command(
        name = "catalogue",
        header = "Ask what is known of programs.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane catalogue COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = CatalogueStatsCommand.class)
final class CatalogueCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
