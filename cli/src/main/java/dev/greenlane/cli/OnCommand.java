package dev.greenlane.cli;

import dev.greenlane.service.settings.Switch;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code greenlane on}. */
@Command(
        name = "on",
        header = "Switch reviews on again.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane on",
        optionListHeading = "%nOptions:%n")
final class OnCommand implements Callable<Integer> {
    private final Outside outside;

    OnCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        try {
            boolean changed = new Switch(Resident.of(outside).places().state()).on();
            outside.out().println(changed ? "Reviews are on." : "Reviews were on.");
            return Exit.OK;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be switched on: " + e.getMessage() + ".");
        }
    }
}
