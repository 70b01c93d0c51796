package dev.greenlane.cli;

import dev.greenlane.api.ServiceStarter;
import dev.greenlane.service.settings.Switch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greenlane pause}. */
@Command(
        name = "pause",
        header = "Switch reviews off for a while.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane pause TIME",
        descriptionHeading = "%n",
        description =
                "Hooks stay installed and say nothing: your agents ask and allow as they do without Greenlane. Reviews"
                        + " go on by themselves when the time is over.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class PauseCommand implements Callable<Integer> {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([smh])");

    private final Outside outside;

    @Parameters(paramLabel = "TIME", description = "How long, as in 30s, 10m or 2h.")
    private String time = "";

    PauseCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw Failure.usage(time + " is no time; write 30s, 10m or 2h.");
        }
        ChronoUnit unit = switch (parts.group(2)) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.HOURS;
        };
        Duration length = Duration.of(Long.parseLong(parts.group(1)), unit);
        Resident resident = Resident.of(outside);
        OffCommand.requireFree(resident);
        Instant now = Instant.now();
        try {
            ServiceStarter.makePrivate(resident.places().state());
            new Switch(resident.places().state()).pause(now, length);
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be paused: " + e.getMessage() + ".");
        }
        outside.out()
                .println("Reviews are off until "
                        + now.plus(length)
                                .atZone(ZoneId.systemDefault())
                                .toLocalTime()
                                .truncatedTo(ChronoUnit.SECONDS)
                        + ". Switch them on before with: greenlane on");
        return Exit.OK;
    }
}
