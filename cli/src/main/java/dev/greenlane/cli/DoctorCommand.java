package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.Source;
import dev.greenlane.service.settings.Switch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane doctor}. */
@Command(
        name = "doctor",
        header = "See whether everything works, and how to mend what does not.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane doctor [OPTIONS]",
        descriptionHeading = "%n",
        description =
                "Looks at the settings and the service, and sends a call that must be denied through the hook of each"
                    + " agent. Then it starts the agents themselves, in a home and a project that are thrown away and"
                    + " with a scripted model on this machine, and sees whether their hooks fire. Nothing goes to a"
                    + " real model, and no hook of somebody else's is run.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where something has to be mended."})
final class DoctorCommand implements Callable<Integer> {
    private final Outside outside;
    private boolean well = true;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--no-drive", description = "Do not start the agents.")
    private boolean noDrive;

    DoctorCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        Resident resident = Resident.of(outside);
        settings(resident);
        service(resident);
        gateway(resident);
        Path home = resident.home(outside);
        AgentCheck check =
                new AgentCheck(outside, home, new PrivateCopy(resident.places().data()), !noDrive);
        for (HookPlace place : HookPlaces.all()) {
            AgentCheck.Finding finding = check.of(place);
            switch (finding.health()) {
                case WELL -> good(place.agent(), finding.text());
                case ILL -> bad(place.agent(), finding.text());
                case ABSENT -> outside.out().println("  " + place.agent() + ": " + finding.text());
            }
            outside.out().flush();
        }
        return well ? Exit.OK : Exit.FAILED;
    }

    private void settings(Resident resident) {
        Settings settings = resident.settings().in(Optional.of(outside.folder()));
        settings.problems().forEach(problem -> bad("settings", problem + ". Every call asks until it is mended."));
        for (Setting setting : settings.all()) {
            String origin = setting.source() == Source.BUILT_IN ? "built in" : setting.origin();
            outside.out()
                    .println(Lines.cut("  " + setting.key().id() + ": " + setting.value() + "  (" + origin + ")", 110));
        }
        settings.project().ifPresent(mode -> outside.out().println("  this project asks for " + mode.id() + ", too"));
        Optional<Instant> off = new Switch(resident.places().state()).offUntil(Instant.now());
        if (off.isPresent() && settings.mayBeOff()) {
            bad("reviews", "they are switched off. Switch them on with: greenlane on");
        }
    }

    private void service(Resident resident) {
        try {
            long start = System.nanoTime();
            boolean answers = resident.started().answers();
            if (answers) {
                good("service", "answers" + millis(start));
            } else {
                bad("service", "does not answer; see " + resident.places().log());
            }
        } catch (ServiceProblem e) {
            bad("service", e.reason() + ".");
        }
    }

    private void gateway(Resident resident) throws InterruptedException {
        GatewayProbe.problem(resident)
                .ifPresentOrElse(
                        problem -> bad(
                                "gateway",
                                problem + "; see " + resident.places().log()),
                        () -> good("gateway", "its verdicts arrive, for Claude Code with any model"));
    }

    private static String millis(long start) {
        return String.format(Locale.ROOT, " (%.0f ms)", (System.nanoTime() - start) / 1e6);
    }

    private void good(String what, String how) {
        Terminal terminal = colour.terminal(outside);
        outside.out().println(terminal.paint(Ink.GOOD, terminal.sign("✓", "+")) + " " + what + ": " + how);
    }

    private void bad(String what, String how) {
        well = false;
        Terminal terminal = colour.terminal(outside);
        outside.out().println(terminal.paint(Ink.BAD, terminal.sign("✗", "x")) + " " + what + ": " + how);
    }
}
