package dev.greenlane.cli;

import dev.greenlane.agents.install.FileChange;
import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.engine.review.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane install}. */
@Command(
        name = "install",
        header = "Put Greenlane's hooks into an agent's settings.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane install AGENT|--all [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Shows what changes in the agent's settings and changes it. What else stands there stays as it is, with"
                + " its comments; the file as it was is kept beside it. The hooks point to a copy of this program in"
                + " your home, so that this folder may go. Doing it again does no harm, and brings the copy up to"
                + " date.",
            "",
            "Agents: claude-code, codex, gemini-cli, qwen-code, copilot-cli, cursor, opencode, cline."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Undo it with: greenlane uninstall. See whether it works with: greenlane doctor."})
final class InstallCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final AgentChoice choice = new AgentChoice();

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--user", description = "For all that you do with the agent. This is the default.")
    private boolean user;

    @Option(names = "--project", description = "For the project in this folder, where the agent has settings for one.")
    private boolean project;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The permission mode; greenlane mode --help tells them. Default: your usual one.")
    private @Nullable String mode;

    @Option(names = "--shadow", description = "Only record what would be said, and change nothing.")
    private boolean shadow;

    @Option(names = "--dry-run", description = "Only show what would change.")
    private boolean dryRun;

    InstallCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        if (user && project) {
            throw Failure.usage("choose --user or --project.");
        }
        if (mode != null && Mode.byId(mode).isEmpty()) {
            throw Failure.usage("there is no mode " + mode + ".");
        }
        Resident resident = Resident.of(outside);
        Path home = resident.home(outside);
        PrivateCopy copy = new PrivateCopy(resident.places().data());
        List<HookPlace> places = choice.places(outside, home);
        Hooks hooks = new Hooks(copy.client(), Optional.ofNullable(mode), shadow);
        try {
            if (!dryRun && !copy.write()) {
                outside.err()
                        .println("greenlane: no C compiler was found, so hooks run a script that needs curl;"
                                + " each takes some 15 ms longer.");
            }
            boolean done = true;
            for (HookPlace place : places) {
                done &= install(place, hooks, home);
            }
            return done ? Exit.OK : Exit.FAILED;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be installed: " + e.getMessage() + ".");
        }
    }

    private boolean install(HookPlace place, Hooks hooks, Path home) throws IOException {
        Optional<Installation> installation =
                hooks.in(place, home, project ? Optional.of(outside.folder()) : Optional.empty());
        if (installation.isEmpty()) {
            outside.out().println(place.agent() + ": it has no settings for a project; install it with --user.");
            return false;
        }
        try {
            List<FileChange> changes = installation.get().install();
            if (!dryRun && !project) {
                new SharedHooks(Resident.of(outside).places().state(), place.agent()).keep();
            }
            for (FileChange change : changes) {
                SettingsChange.show(change, outside.out(), colour.terminal(outside));
                if (!dryRun) {
                    SettingsChange.carryOut(change);
                }
            }
            outside.out().println(closing(place, changes));
            place.note().filter(note -> !dryRun).ifPresent(note -> outside.out().println("  " + note));
            return true;
        } catch (NotEditable e) {
            outside.out().println(place.agent() + ": its settings were not touched, " + e.reason() + ".");
            return false;
        }
    }

    private String closing(HookPlace place, List<FileChange> changes) {
        if (dryRun) {
            return place.agent() + ": nothing was changed.";
        }
        String what = shadow
                ? "every tool call is reviewed and recorded, and nothing else changes"
                : "every tool call is reviewed before it runs";
        return place.agent() + (changes.isEmpty() ? ": was installed already; " : ": installed; ") + what + " ("
                + KnownAgents.byId(place.agent())
                        .map(agent -> agent.events().size())
                        .orElse(0) + " hooks).";
    }
}
