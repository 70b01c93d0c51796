package dev.greenlane.cli;

import dev.greenlane.cli.demo.Demo;
import dev.greenlane.cli.gate.Gate;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane demo}. */
@Command(
        name = "demo",
        header = "Watch an agent's session being reviewed.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane demo [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Makes a throw-away project with a home of its own, plays a recorded agent session through the engine in"
                    + " auto mode, and really runs there what is allowed. Shows one line a verdict, why calls are"
                    + " denied and what the agent does instead, and that nothing was lost.",
            "",
            "Needs git; no key, no network, no server. Touches nothing outside the folder it makes."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 everything went as recorded, 1 a risky call would have been let through, a harmless",
            "one was stopped or something changed that should not."
        })
final class DemoCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--keep", description = "Leave the project in place when the demo is over.")
    private boolean keep;

    DemoCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Demo demo = new Demo(Gate.standard(), outside.out(), colour.terminal(outside));
        try {
            return demo.play(keep) ? Exit.OK : Exit.FAILED;
        } catch (InterruptedException | ClosedByInterruptException e) {
            return Exit.INTERRUPTED;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the demo could not be played: " + e.getMessage());
        }
    }
}
