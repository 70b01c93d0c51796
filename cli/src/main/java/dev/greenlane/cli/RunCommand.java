package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.cli.files.Folders;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.gateway.Gateway;
import dev.greenlane.service.settings.Runs;
import dev.greenlane.service.settings.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane run}. */
@Command(
        name = "run",
        header = "Run an agent with Greenlane, for this one time.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane run [--enable-auto-mode | --permission-mode MODE] [OPTIONS] -- AGENT [WORD...]",
        descriptionHeading = "%n",
        description = {
            "Starts the agent with hooks that are gone when it ends. Where they are installed already it uses those,"
                    + " in the mode asked for here. Most agents take hooks for one run and their settings stay as they"
                    + " are; for the others the hooks stand in the settings as long as they run.",
            "",
            "Agents: claude, codex, gemini, qwen, copilot, cursor, opencode, cline.",
            "",
            "With --gateway Claude Code gets no hooks: its auto mode takes Greenlane's verdicts for those of its"
                    + " model's server, with any model; greenlane gateway --help says more.",
            "",
            "Example: greenlane run --enable-auto-mode -- claude -p 'make the tests pass'"
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit code: that of the agent."})
final class RunCommand implements Callable<Integer> {
    private static final String CODEX = "codex";
    private static final String CLAUDE = "claude";

    private final Outside outside;

    @Option(names = "--enable-auto-mode", description = "The same as --permission-mode auto.")
    private boolean auto;

    @Option(
            names = "--permission-mode",
            paramLabel = "MODE",
            description = "The permission mode; greenlane mode --help tells them. Default: your usual one.")
    private @Nullable String mode;

    @Option(
            names = "--denials",
            paramLabel = "FILE",
            description = "Write what was denied in this run to this file, as JSON lines.")
    private @Nullable Path denials;

    @Option(
            names = "--gateway",
            description = "Give verdicts to Claude Code's auto mode instead of hooks. The API behind it is the one in"
                    + " ANTHROPIC_BASE_URL, or the vendor's.")
    private boolean gateway;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "The agent's command and its words.")
    private List<String> words = List.of();

    RunCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        HookPlace place = place();
        Optional<Mode> chosen = mode();
        Resident resident = Resident.of(outside);
        Path home = resident.home(outside);
        PrivateCopy copy = new PrivateCopy(resident.places().data());
        Runs runs = new Runs(resident.places().state());
        try {
            if (!copy.exists()) {
                copy.write();
            }
            Run run = runs.begin(chosen, Instant.now());
            RunDenials denied = RunDenials.after(resident);
            try {
                Map<String, String> variables = Map.of(Runs.VARIABLE, run.name());
                return gateway
                        ? behindGateway(place, run, chosen, variables, resident)
                        : run(place, copy.client(), home, variables, resident);
            } finally {
                List<String> sessions = runs.end(run);
                if (sessions.isEmpty()) {
                    outside.err()
                            .println("greenlane: nothing of this run came to Greenlane. If the agent used tools, nobody"
                                    + " reviewed them: use greenlane install " + place.agent()
                                    + " and greenlane doctor.");
                }
                if (denials != null) {
                    denied.write(outside.folder().resolve(denials), sessions);
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be run: " + e.getMessage() + ".");
        } catch (NotEditable e) {
            throw new Failure(
                    Exit.FAILED, "the settings of " + place.agent() + " cannot be changed: " + e.reason() + ".");
        }
    }

    private HookPlace place() {
        String program = String.valueOf(Path.of(words.get(0)).getFileName());
        return HookPlaces.all().stream()
                .filter(place -> place.program().equals(program))
                .findFirst()
                .orElseThrow(() ->
                        Failure.usage(program + " is no agent that Greenlane knows; see greenlane install --help."));
    }

    private Optional<Mode> mode() {
        if (auto && mode != null && !mode.equals(Mode.AUTO.id())) {
            throw Failure.usage("choose --enable-auto-mode or --permission-mode.");
        }
        if (auto) {
            return Optional.of(Mode.AUTO);
        }
        Optional<Mode> chosen = Optional.ofNullable(mode).flatMap(Mode::byId);
        if (mode != null && chosen.isEmpty()) {
            throw Failure.usage("there is no mode " + mode + ".");
        }
        return chosen;
    }

    private int run(HookPlace place, Path client, Path home, Map<String, String> variables, Resident resident)
            throws IOException, NotEditable, InterruptedException {
        Hooks ours = new Hooks(client, Optional.empty(), false);
        Installation hooks = ours.in(place, home, Optional.empty()).orElseThrow();
        if (place.agent().equals(CODEX)) {
            return child(
                    CodexRun.command(words, hooks.alone(), client, outside.environment(), outside.folder()), variables);
        }
        SharedHooks shared = new SharedHooks(resident.places().state(), place.agent());
        if (!hooks.uninstall().isEmpty() && !shared.areForRuns()) {
            return child(words, variables);
        }
        Path folder = Files.createTempDirectory("greenlane-run-");
        try {
            Optional<RunOutfit> outfit = RunOutfit.of(place, hooks, words, outside.environment(), folder);
            if (outfit.isEmpty()) {
                return sharing(shared, hooks, variables);
            }
            Map<String, String> all = new HashMap<>(variables);
            all.putAll(outfit.get().environment());
            return child(outfit.get().words(), all);
        } finally {
            Folders.remove(folder);
        }
    }

    private int behindGateway(
            HookPlace place, Run run, Optional<Mode> mode, Map<String, String> variables, Resident resident)
            throws IOException, InterruptedException {
        if (!place.program().equals(CLAUDE)) {
            throw Failure.usage("--gateway is for claude.");
        }
        String api = outside.environment().getOrDefault(GatewayRun.BASE_URL, Gateways.VENDOR);
        try (Gateway open = Gateways.onLoopback(Gateways.upstream(api), resident, Optional.of(run.name()))) {
            GatewayRun outfit = GatewayRun.of(words, mode, open.url());
            Map<String, String> all = new HashMap<>(variables);
            all.putAll(outfit.environment());
            return child(outfit.words(), all);
        }
    }

    /** Where the agent reads its settings only, the hooks stand there as long as it runs. */
    private int sharing(SharedHooks shared, Installation hooks, Map<String, String> variables)
            throws IOException, NotEditable, InterruptedException {
        shared.begin(hooks);
        Thread undo = new Thread(() -> end(shared, hooks));
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            return child(words, variables);
        } finally {
            Runtime.getRuntime().removeShutdownHook(undo);
            end(shared, hooks);
        }
    }

    private void end(SharedHooks shared, Installation hooks) {
        try {
            shared.end(hooks);
        } catch (IOException | NotEditable e) {
            outside.err()
                    .println("greenlane: its hooks could not be taken out of "
                            + hooks.files().get(0) + "; greenlane uninstall does it.");
        }
    }

    private int child(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(outside.folder().toFile()).inheritIO();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
