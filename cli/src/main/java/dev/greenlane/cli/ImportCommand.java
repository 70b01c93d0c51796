package dev.greenlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code greenlane import}. */
@Command(
        name = "import",
        header = "Take over rules that you wrote for another program.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane import COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = ImportClaudeSettingsCommand.class)
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
