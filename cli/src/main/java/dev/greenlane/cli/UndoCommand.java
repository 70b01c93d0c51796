package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.page.UndoPage;
import dev.greenlane.cli.screen.Keys;
import dev.greenlane.store.snapshot.Plan;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.SnapshotFailure;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.store.snapshot.Step;
import dev.greenlane.store.snapshot.Undo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane undo}. */
@Command(
        name = "undo",
        header = "Take back what a call changed or lost.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane undo [OPTIONS] [LAST|ID]",
        descriptionHeading = "%n",
        description = {
            "Before a call that was let through changes or loses files of yours, they are kept. This brings them back:"
                    + " contents, modes, times, links, and what git had not committed. It shows what it would do and"
                    + " asks first.",
            "",
            "What you changed since the call is left as it is, and named. An undo can be undone: it says how.",
            "",
            "Only a person can do this; a call of an agent that tries is denied."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 done; 10 done but for newer work, which was left; 1 where something could not be brought"
                    + " back, or there is nothing to undo; 20 where you said no."
        })
final class UndoCommand implements Callable<Integer> {
    private static final int LONGEST_SHOWN = 1 << 20;

    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Parameters(
            paramLabel = "LAST|ID",
            arity = "0..1",
            description = "The last call that changed something; or s17 as --list shows it, or the number of a call in"
                    + " greenlane log. Default: LAST.")
    private String which = UndoChoice.LAST;

    @Option(
            names = "--session",
            paramLabel = "SESSION",
            arity = "0..1",
            fallbackValue = "",
            description = "All calls of a session, the last one's where none is named.")
    private @Nullable String session;

    @Option(names = "--list", description = "Show what can be undone, the newest at the end.")
    private boolean list;

    @Option(names = "--diff", description = "Show the difference in each file, and change nothing.")
    private boolean diff;

    @Option(names = "--dry-run", description = "Show what would be done, and change nothing.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--force", description = "Overwrite what was changed since the call, too.")
    private boolean force;

    @Option(names = "--json", description = "With --list: one JSON object a line.")
    private boolean json;

    UndoCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        ByPerson.require(outside);
        Resident resident = Resident.of(outside);
        Snapshots store = new Snapshots(resident.places().snapshots());
        UndoChoice choice = new UndoChoice(store, resident.places().ledger());
        UndoPage page = new UndoPage(colour.terminal(outside), outside.folder());
        try {
            if (store.undo().resume().isPresent()) {
                outside.err().println("An undo that was cut off is finished now.");
            }
            if (list) {
                return list(choice, page);
            }
            UndoChoice.Chosen chosen =
                    session == null ? choice.of(which) : choice.ofSession(session.isEmpty() ? null : session);
            outside.out()
                    .println("Undo " + chosen.name()
                            + chosen.call().map(text -> ": " + text).orElse(""));
            if (diff) {
                return diff(store, chosen.plan(), page);
            }
            page.plan(chosen.plan(), force).forEach(outside.out()::println);
            return dryRun ? Exit.OK : undo(store, chosen.plan(), page);
        } catch (SnapshotFailure e) {
            throw new Failure(Exit.FAILED, e.getMessage() + ".");
        }
    }

    private int list(UndoChoice choice, UndoPage page) throws SnapshotFailure {
        List<Snapshot> all = choice.all(Optional.ofNullable(session).filter(name -> !name.isEmpty()));
        for (Snapshot snapshot : all) {
            if (json) {
                outside.out().println(Json.line(choice.json(snapshot)));
            } else {
                page.line(snapshot, choice.call(snapshot)).forEach(outside.out()::println);
            }
        }
        if (all.isEmpty() && !json) {
            outside.out().println("Nothing was kept yet.");
        }
        return Exit.OK;
    }

    private int diff(Snapshots store, Plan plan, UndoPage page) throws SnapshotFailure {
        for (Step step : plan.told()) {
            if (step.isFile()) {
                Optional<byte[]> then = store.content(step, LONGEST_SHOWN);
                page.difference(step.path(), now(step.path()), then).forEach(outside.out()::println);
            }
        }
        return Exit.OK;
    }

    private static Optional<byte[]> now(Path path) {
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= LONGEST_SHOWN
                    ? Optional.of(Files.readAllBytes(path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private int undo(Snapshots store, Plan plan, UndoPage page) throws SnapshotFailure {
        boolean something = plan.told().stream().anyMatch(step -> force || !step.isSince());
        if (!something) {
            outside.out().println("Nothing else is to be done.");
            return plan.since().isEmpty() ? Exit.FAILED : Exit.ASK;
        }
        if (!yes && !isWanted()) {
            outside.out().println("Nothing was changed.");
            return Exit.DENY;
        }
        Undo.Outcome outcome = store.undo().run(plan, force, Instant.now());
        long done = outcome.done().stream().filter(Step::isTold).count();
        outside.out()
                .println(done + (done == 1 ? " path is" : " paths are") + " as before."
                        + outcome.redo()
                                .map(redo -> " Take this back with: greenlane undo " + redo.id())
                                .orElse(""));
        if (!outcome.failed().isEmpty()) {
            outside.out().println("Not brought back:");
            page.reasons(outcome.failed()).forEach(outside.out()::println);
        }
        return !outcome.failed().isEmpty() ? Exit.FAILED : outcome.skipped().isEmpty() ? Exit.OK : Exit.ASK;
    }

    private boolean isWanted() {
        outside.out().print("Go on? y yes, anything else no: ");
        outside.out().flush();
        try (Keys keys = Keys.of(outside.in())) {
            int key = keys.next();
            outside.out().println(key == 'y' || key == 'Y' ? "yes" : "no");
            return key == 'y' || key == 'Y';
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "no key can be read: " + e.getMessage() + "; --yes does not ask.");
        }
    }
}
