package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import dev.greenlane.store.snapshot.SnapshotFailure.Kind;
import dev.greenlane.store.snapshot.Step.Change;
import dev.greenlane.store.snapshot.Threat.How;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings snapshots back. Before anything is touched, a snapshot of what stands there is taken, so that an undo can be undone,
 * and the journal is written, so that one that was cut off can be finished. Thread-safe.
 */
public final class Undo {
    private static final String LOCK = "undo.lock";

    private final Snapshots snapshots;
    private final Shelf shelf;

    /**
     * What was done.
     *
     * @param done what is as it was before the call
     * @param failed what could not be changed, and why
     * @param skipped somebody's newer work, which was left
     * @param redo the snapshot that takes this undo back; empty where nothing was to be done
     */
    public record Outcome(List<Step> done, Map<Path, String> failed, List<Step> skipped, Optional<Snapshot> redo) {
        public Outcome {
            done = List.copyOf(done);
            failed = Map.copyOf(failed);
            skipped = List.copyOf(skipped);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException, SnapshotFailure;
    }

    Undo(Snapshots snapshots, Shelf shelf) {
        this.snapshots = snapshots;
        this.shelf = shelf;
    }

    /**
     * Does what is planned.
     *
     * @param force whether newer work is overwritten, too; it is in the snapshot that is taken before
     * @throws SnapshotFailure where it cannot begin; nothing was changed then
     */
    public Outcome run(Plan plan, boolean force, Instant time) throws SnapshotFailure {
        return alone(() -> {
            if (Journal.pending(shelf).isPresent()) {
                throw new SnapshotFailure(Kind.BUSY, "an undo before was cut off and has to be finished first");
            }
            List<Step> steps = plan.steps().stream()
                    .filter(step -> force || !step.isSince())
                    .toList();
            List<Step> skipped = force ? List.of() : plan.since();
            if (steps.isEmpty()) {
                return new Outcome(List.of(), Map.of(), skipped, Optional.empty());
            }
            Map<Path, Step> byPath = new HashMap<>();
            steps.forEach(step -> byPath.put(step.path(), step));
            List<Threat> threats = steps.stream()
                    .filter(step -> !isBelowNoFolder(step, byPath))
                    .map(Undo::threat)
                    .toList();
            Optional<Snapshot> redo =
                    snapshots.take(threats, new Occasion(time, "", plan.of()), Budget.UNLIMITED, path -> false);
            if (redo.isPresent()) {
                List<Path> paths = steps.stream().map(Step::path).toList();
                new Journal(plan.of(), redo.get().number(), paths).write(shelf);
            }
            return finished(steps, skipped, redo);
        });
    }

    /** Whether something else stands where its folder comes back; a look through a link there would see another place. */
    private static boolean isBelowNoFolder(Step step, Map<Path, Step> steps) {
        Step above = steps.get(step.path().getParent());
        return above != null && above.now().kind() != Seen.Kind.FOLDER;
    }

    private static Threat threat(Step step) {
        boolean marks = step.change() == Change.MARK || step.change() == Change.TIME;
        boolean missing = step.change() == Change.BRING_BACK;
        return new Threat(step.path(), marks ? How.ITSELF : missing ? How.CHANGED : How.DELETED);
    }

    private Outcome finished(List<Step> steps, List<Step> skipped, Optional<Snapshot> redo)
            throws IOException, SnapshotFailure {
        try (Restoring restoring =
                new Restoring(shelf, redo.map(Snapshot::number).orElse(0L))) {
            restoring.run(steps);
            if (redo.isPresent()) {
                shelf.over(shelf.get(redo.get().number()));
            }
            Journal.delete(shelf);
            List<Step> done = steps.stream()
                    .filter(step -> !restoring.failed().containsKey(step.path()))
                    .toList();
            return new Outcome(done, restoring.failed(), skipped, redo);
        }
    }

    /** Finishes an undo that was cut off; empty where there is none, or another process is at it. */
    public Optional<Outcome> resume() throws SnapshotFailure {
        if (Journal.pending(shelf).isEmpty()) {
            return Optional.empty();
        }
        return alone(() -> {
            Optional<Journal> pending = Journal.pending(shelf);
            return pending.isEmpty() ? Optional.empty() : Optional.of(resumed(pending.get()));
        });
    }

    /** What is neither as it was when the undo began nor as it should be was changed by somebody else, and is left. */
    private Outcome resumed(Journal journal) throws IOException, SnapshotFailure {
        Manifest before = shelf.get(journal.redo());
        Restoring.sweep(journal);
        Map<Path, Seen> looks = new HashMap<>();
        before.nodes().forEach((path, node) -> looks.put(path, node.seen()));
        Plan plan;
        try (Planning planning = new Planning(shelf)) {
            plan = planning.plan(journal.of(), looks);
        }
        Set<Path> wanted = new HashSet<>(journal.paths());
        List<Step> steps = plan.steps().stream()
                .filter(step -> wanted.contains(step.path()) || step.change() == Change.TIME)
                .toList();
        List<Step> mine = steps.stream()
                .filter(step -> !step.isSince() || !step.now().exists() || step.change() == Change.MARK)
                .toList();
        List<Step> skipped = steps.stream().filter(step -> !mine.contains(step)).toList();
        Snapshot redo = before.snapshot("", true, false);
        return finished(mine, skipped, Optional.of(redo));
    }

    private <T> T alone(Work<T> work) throws SnapshotFailure {
        try {
            PrivateFiles.folder(shelf.place());
            Path file = shelf.place().resolve(LOCK);
            PrivateFiles.file(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw busy();
                }
                return work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (IOException e) {
            throw new SnapshotFailure(Kind.NOT_WRITTEN, "it cannot be brought back: " + e.getMessage(), e);
        }
    }

    private static SnapshotFailure busy() {
        return new SnapshotFailure(Kind.BUSY, "another undo is running");
    }
}
