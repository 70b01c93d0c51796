package dev.greenlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code greenlane judge}. */
@Command(
        name = "judge",
        header = "Try the model that judges what rules cannot decide.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane judge COMMAND",
        descriptionHeading = "%n",
        description = {
            "The judge is set up in your settings: judge-model, and where needed judge-style, judge-address and"
                    + " judge-key. Without judge-model there is none, and what rules cannot decide is asked."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {JudgeTestCommand.class, JudgePreviewCommand.class})
final class JudgeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
