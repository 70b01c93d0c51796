package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.Source;
import dev.greenlane.service.settings.Switch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenlane doctor}. */
@Command(
        name = "doctor",
        header = "See whether everything works, and how to mend what does not.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane doctor",
        descriptionHeading = "%n",
        description =
                "Looks at the settings, the service and every agent, and sends a call that must be denied through each"
                        + " installed hook. Nothing is run.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where something has to be mended."})
final class DoctorCommand implements Callable<Integer> {
    private static final String DENIED = "Denied by Greenlane";
    private static final long PATIENCE_SECONDS = 30;
    private static final long VERSION_SECONDS = 10;

    private final Outside outside;
    private boolean well = true;

    @Mixin
    private final ColourOption colour = new ColourOption();

    DoctorCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        Resident resident = Resident.of(outside);
        settings(resident);
        service(resident);
        Path home = resident.home(outside);
        PrivateCopy copy = new PrivateCopy(resident.places().data());
        for (HookPlace place : HookPlaces.all()) {
            agent(place, home, copy);
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

    private void agent(HookPlace place, Path home, PrivateCopy copy) throws InterruptedException {
        Optional<Path> program = AgentChoice.program(outside, place.program());
        try {
            Installation hooks = new Hooks(copy.client(), Optional.empty(), false)
                    .in(place, home, Optional.empty())
                    .orElseThrow();
            boolean present = !hooks.uninstall().isEmpty();
            if (!present) {
                String why = program.isEmpty()
                        ? "is not found on this machine"
                        : "is not installed: greenlane install " + place.agent();
                outside.out().println("  " + place.agent() + ": " + why);
            } else if (!copy.exists()) {
                bad(
                        place.agent(),
                        "its hooks point to a copy that is gone. Mend it with: greenlane install " + place.agent());
            } else {
                probe(place, copy, program, hooks);
            }
        } catch (NotEditable e) {
            bad(place.agent(), "its settings cannot be read: " + e.reason() + ".");
        } catch (IOException e) {
            bad(place.agent(), "its settings cannot be read: " + e.getMessage() + ".");
        }
    }

    private void probe(HookPlace place, PrivateCopy copy, Optional<Path> program, Installation hooks)
            throws IOException, InterruptedException, NotEditable {
        long start = System.nanoTime();
        Path out = Files.createTempFile("greenlane", ".answer");
        try {
            Process hook = new ProcessBuilder(
                            List.of(copy.client().toString(), place.agent(), "--event", place.probeEvent()))
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = hook.getOutputStream()) {
                in.write(place.probe().getBytes(StandardCharsets.UTF_8));
            }
            boolean ended = hook.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            hook.destroyForcibly();
            String answer = Files.readString(out);
            if (!ended || !answer.contains(DENIED)) {
                bad(
                        place.agent(),
                        "its hook did not deny what it must deny. Mend it with: greenlane install " + place.agent());
                return;
            }
        } finally {
            Files.deleteIfExists(out);
        }
        String what = program.map(file -> " for " + version(file)).orElse("; the agent itself is not found");
        boolean current = hooks.isInstalled();
        good(
                place.agent(),
                "its hook answers" + what + millis(start)
                        + (current ? "" : "; installed with other options than the usual ones"));
        place.note().ifPresent(note -> outside.out().println("    " + note));
    }

    private static String version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return program.toString();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Lines.cut(text.lines().findFirst().orElse("a version that it does not tell"), 50);
        } catch (IOException e) {
            return program.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return program.toString();
        }
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
