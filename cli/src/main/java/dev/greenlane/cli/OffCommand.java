package dev.greenlane.cli;

import dev.greenlane.api.ServiceStarter;
import dev.greenlane.service.settings.Switch;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code greenlane off}. */
@Command(
        name = "off",
        header = "Switch reviews off until you switch them on.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane off",
        descriptionHeading = "%n",
        description = "Hooks stay installed and say nothing: your agents ask and allow as they do without Greenlane.",
        optionListHeading = "%nOptions:%n")
final class OffCommand implements Callable<Integer> {
    private final Outside outside;

    OffCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Resident resident = Resident.of(outside);
        requireFree(resident);
        try {
            ServiceStarter.makePrivate(resident.places().state());
            new Switch(resident.places().state()).off();
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be switched off: " + e.getMessage() + ".");
        }
        outside.out().println("Reviews are off. Switch them on with: greenlane on");
        return Exit.OK;
    }

    /** Fails where the organisation does not allow it. */
    static void requireFree(Resident resident) {
        if (!resident.settings().in(Optional.empty()).mayBeOff()) {
            throw new Failure(Exit.FAILED, "your organisation does not allow to switch reviews off.");
        }
    }
}
