package dev.greenlane.cli;

import dev.greenlane.agents.install.FileChange;
import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.store.EntryJson;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                    + " in the mode asked for here.",
            "",
            "Example: greenlane run --enable-auto-mode -- claude -p 'make the tests pass'"
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit code: that of the agent."})
final class RunCommand implements Callable<Integer> {
    private static final String CODEX = "codex";
    private static final String SETTINGS = "--settings";

    private final Outside outside;

    @Option(names = "--enable-auto-mode", description = "The same as --permission-mode auto.")
    private boolean auto;

    @Option(
            names = "--permission-mode",
            paramLabel = "MODE",
            description = "The permission mode. Default: your usual one.")
    private @Nullable String mode;

    @Option(
            names = "--denials",
            paramLabel = "FILE",
            description = "Write what was denied to this file, as JSON lines.")
    private @Nullable Path denials;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "The agent's command and its words.")
    private List<String> words = List.of();

    RunCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        HookPlace place = place();
        Optional<String> chosen = mode();
        Resident resident = Resident.of(outside);
        Path home = resident.home(outside);
        PrivateCopy copy = new PrivateCopy(resident.places().data());
        Instant begin = Instant.now();
        try {
            if (!copy.exists()) {
                copy.write();
            }
            Installation usual = new Hooks(copy.client(), chosen, false)
                    .in(place, home, Optional.empty())
                    .orElseThrow();
            int code = run(place, usual, copy.client());
            if (denials != null) {
                write(denials, resident, begin);
            }
            return code;
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

    private Optional<String> mode() {
        if (auto && mode != null && !mode.equals(Mode.AUTO.id())) {
            throw Failure.usage("choose --enable-auto-mode or --permission-mode.");
        }
        Optional<String> chosen = auto ? Optional.of(Mode.AUTO.id()) : Optional.ofNullable(mode);
        chosen.filter(id -> Mode.byId(id).isEmpty()).ifPresent(id -> {
            throw Failure.usage("there is no mode " + id + ".");
        });
        return chosen;
    }

    private int run(HookPlace place, Installation hooks, Path client)
            throws IOException, NotEditable, InterruptedException {
        if (place.agent().equals(CODEX)) {
            return child(CodexRun.command(words, hooks.alone(), client, outside.environment(), outside.folder()));
        }
        return place.program().equals("claude")
                        && !words.contains(SETTINGS)
                        && hooks.uninstall().isEmpty()
                ? withSettings(hooks)
                : between(hooks);
    }

    /** Claude Code takes settings for one run from a file. */
    private int withSettings(Installation hooks) throws IOException, NotEditable, InterruptedException {
        Path file = Files.createTempFile("greenlane", ".json");
        try {
            Files.writeString(file, hooks.alone());
            List<String> command = new ArrayList<>(words);
            command.addAll(1, List.of(SETTINGS, file.toString()));
            return child(command);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Other agents read their settings only: the hooks stand there as long as the agent runs. */
    private int between(Installation hooks) throws IOException, NotEditable, InterruptedException {
        List<FileChange> before = hooks.install();
        for (FileChange change : before) {
            SettingsChange.carryOut(change);
        }
        Thread undo = new Thread(() -> undo(before));
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            return child(words);
        } finally {
            Runtime.getRuntime().removeShutdownHook(undo);
            undo(before);
        }
    }

    private void undo(List<FileChange> changes) {
        for (FileChange change : changes) {
            try {
                SettingsChange.carryOut(
                        new FileChange(change.file(), change.after(), change.before(), change.program()));
                SettingsChange.forget(change.file());
            } catch (IOException e) {
                outside.err()
                        .println("greenlane: " + change.file() + " could not be restored; as it was it is in "
                                + SettingsChange.backup(change.file()) + ".");
            }
        }
    }

    private int child(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(outside.folder().toFile())
                .inheritIO()
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private void write(Path file, Resident resident, Instant begin) throws IOException {
        try (PrintWriter out = new PrintWriter(outside.folder().resolve(file).toFile(), StandardCharsets.UTF_8)) {
            Query denied = Query.ALL.deniedOnly().since(begin);
            LedgerReader.open(resident.places().ledger())
                    .each(denied, (Recorded entry) -> out.println(EntryJson.line(entry)));
        } catch (LedgerFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
