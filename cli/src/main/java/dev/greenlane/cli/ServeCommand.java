package dev.greenlane.cli;

import dev.greenlane.service.Service;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenlane serve}. */
@Command(
        name = ServeCommand.NAME,
        header = "Run the resident service.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane serve [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Reviews the calls of all your agents. Hooks start it by themselves, so there is seldom a reason to; it"
                    + " ends when it was idle for long, and says what it does on standard error.",
            "",
            "One service runs for each user: where one runs already, this ends at once."
        },
        optionListHeading = "%nOptions:%n")
final class ServeCommand implements Callable<Integer> {
    static final String NAME = "serve";

    private final Outside outside;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Also serve on this port of the loopback address, for agents whose hooks speak HTTP. 0 for any"
                            + " that is free. Default: the setting http-port.")
    private @Nullable Integer port;

    ServeCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        Resident resident = Resident.of(outside);
        Service service = new Service(
                resident.places(),
                resident.settings(),
                outside.home(),
                outside.environment(),
                Version.number(),
                Resident.stamp(),
                new CarriedUndo(outside, Resident.stamp()),
                this::log);
        try {
            service.run(port == null ? OptionalInt.empty() : OptionalInt.of(port));
            return Exit.OK;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the service cannot run: " + e.getMessage() + ".");
        }
    }

    private void log(String line) {
        outside.err().println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
        outside.err().flush();
    }
}
