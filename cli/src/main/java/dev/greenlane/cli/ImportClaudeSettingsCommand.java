package dev.greenlane.cli;

import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.install.FileChange;
import dev.greenlane.cli.imports.ClaudeSettings;
import dev.greenlane.cli.imports.Fate;
import dev.greenlane.cli.imports.Imported;
import dev.greenlane.cli.imports.SettingsLine;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane import claude-settings}. */
@Command(
        name = "claude-settings",
        header = "Take over permission rules and auto-mode rules of Claude Code.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane import claude-settings [OPTIONS] [FILE]",
        descriptionHeading = "%n",
        description = {
            "Says of each line what it becomes: a rule that code goes by, a sentence that only a judge reads, or"
                + " nothing, and why. Then shows what changes in your settings and changes it. Doing it again changes"
                + " nothing, and brings over what has changed there since."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class ImportClaudeSettingsCommand implements Callable<Integer> {
    private static final String RULES = "claude-rules.yaml";
    private static final String POLICY = "claude-policy.yaml";
    private static final int SHOWN = 90;

    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--dry-run", description = "Only show what would change.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Claude Code's settings. Default: ~/.claude/settings.json.")
    private @Nullable Path file;

    ImportClaudeSettingsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Resident resident = Resident.of(outside);
        Path from = file == null
                ? resident.home(outside).resolve(".claude/settings.json")
                : outside.folder().resolve(file);
        Imported imported = new Imported(settings(from));
        Terminal terminal = colour.terminal(outside);
        outside.out().println("From " + from + ":");
        imported.fates().forEach(fate -> show(fate, terminal));
        if (imported.fates().isEmpty()) {
            outside.out().println("  no permission rules and no rules of auto mode");
            return Exit.OK;
        }
        try {
            change(imported, resident.settings().userFile(), terminal);
            return Exit.OK;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the settings cannot be changed: " + e.getMessage() + ".");
        }
    }

    private static ClaudeSettings settings(Path from) {
        try {
            return ClaudeSettings.read(Files.readString(from));
        } catch (NoSuchFileException e) {
            throw Failure.usage("there is no file " + from + ".");
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, from + " cannot be read: " + e.getMessage() + ".");
        } catch (NotJson e) {
            throw new Failure(Exit.FAILED, from + ": " + e.reason() + ".");
        }
    }

    private void show(Fate fate, Terminal terminal) {
        String sign = switch (fate.kind()) {
            case RULE -> terminal.paint(Ink.GOOD, "rule    ");
            case JUDGE -> terminal.paint(Ink.DOUBTFUL, "judge   ");
            case LEFT_OUT -> terminal.paint(Ink.BAD, "left out");
        };
        outside.out().println("  " + sign + "  " + fate.from() + "  " + Lines.cut(fate.line(), SHOWN));
        if (!fate.to().isEmpty()) {
            outside.out().println("            " + terminal.paint(Ink.DIM, "→ " + Lines.visible(fate.to())));
        }
    }

    private void change(Imported imported, Path settings, Terminal terminal) throws IOException {
        List<FileChange> changes = new ArrayList<>();
        Path rules = settings.resolveSibling(RULES);
        Path policy = settings.resolveSibling(POLICY);
        String before = text(settings).orElse("");
        String after = SettingsLine.with(before, "rules", RULES);
        add(changes, rules, imported.rules());
        if (imported.hasPolicy() || Files.exists(policy)) {
            add(changes, policy, imported.policy());
            after = SettingsLine.with(after, "policy", POLICY);
        }
        add(changes, settings, after);
        if (changes.isEmpty()) {
            outside.out().println("Nothing to change: it is all there.");
            return;
        }
        outside.out().println();
        for (FileChange change : changes) {
            SettingsChange.show(change, outside.out(), terminal);
        }
        if (!dryRun) {
            for (FileChange change : changes) {
                SettingsChange.carryOut(change);
            }
        }
        outside.out().println(dryRun ? "Nothing was changed." : "Done. See what holds with: greenlane doctor");
    }

    private static void add(List<FileChange> changes, Path file, String text) throws IOException {
        Optional<String> before = text(file);
        if (!before.equals(Optional.of(text))) {
            changes.add(new FileChange(file, before, Optional.of(text), false));
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
