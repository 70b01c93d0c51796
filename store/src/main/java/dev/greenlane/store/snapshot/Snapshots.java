package dev.greenlane.store.snapshot;

import dev.greenlane.store.snapshot.SnapshotFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The snapshots of a user, in one folder that only the user can read. {@link #take} returns when the snapshot is on the disk:
 * it can be brought back whatever happens to the process afterwards. Several processes may take snapshots, and any number of
 * threads. Thread-safe.
 */
public final class Snapshots {
    private static final long ROOM_TO_SPARE = 64L << 20;
    private static final int SLACK = 2;

    private final Shelf shelf;
    private final KnownContents known = new KnownContents();
    private final ReadWriteLock removing = new ReentrantReadWriteLock();

    /** @param folder where they lie; created by the first one */
    public Snapshots(Path folder) {
        this.shelf = new Shelf(folder.toAbsolutePath().normalize());
    }

    /**
     * Looks at what is at these paths. Looks only, no further than the budget goes, and not for longer than its time; where the
     * thread is interrupted it ends at once with what was seen until then.
     *
     * @param remade whether a folder or file holds what can be made again: such a one is kept only while it is small
     */
    public Survey survey(List<Threat> threats, Budget budget, Predicate<Path> remade) {
        return new Survey(threats, budget, remade, shelf);
    }

    /** Looks at what is at these paths and keeps it: {@link #survey} and {@link #take(Survey, Occasion)} in one. */
    public Optional<Snapshot> take(List<Threat> threats, Occasion occasion, Budget budget, Predicate<Path> remade)
            throws SnapshotFailure {
        return take(survey(threats, budget, remade), occasion);
    }

    /**
     * Keeps what was looked at.
     *
     * @return empty where nothing is there to be lost or replaced
     * @throws SnapshotFailure where it costs more than it may, or the store cannot be written; nothing of it is left then
     */
    public Optional<Snapshot> take(Survey survey, Occasion occasion) throws SnapshotFailure {
        long began = System.nanoTime();
        Walk walk = survey.fresh();
        if (walk.found().isEmpty()) {
            return Optional.empty();
        }
        Estimate estimate = walk.estimate();
        if (!estimate.fits(survey.budget())) {
            throw new SnapshotFailure(
                    Kind.TOO_LARGE,
                    "there is more than a snapshot may take (" + estimate.files() + " files, " + estimate.bytes()
                            + " bytes and more)");
        }
        removing.readLock().lock();
        try {
            return Optional.of(written(walk, survey.threats(), occasion, began + SLACK * nanos(survey.budget())));
        } catch (Taking.TooSlow e) {
            throw new SnapshotFailure(Kind.TOO_LARGE, "it takes longer than it may", e);
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            removing.readLock().unlock();
        }
    }

    private static long nanos(Budget budget) {
        return Math.min(Long.MAX_VALUE / 8, budget.time().toNanos());
    }

    private Snapshot written(Walk walk, List<Threat> threats, Occasion occasion, long deadline)
            throws IOException, SnapshotFailure {
        boolean done = false;
        PackWriter pack = shelf.next();
        long number = pack.number();
        try (pack) {
            long bytes = walk.estimate().bytes();
            if (shelf.place().toFile().getUsableSpace() < bytes + ROOM_TO_SPARE) {
                throw new SnapshotFailure(Kind.NOT_WRITTEN, "the disk of " + shelf.place() + " is full");
            }
            long now = TimeUnit.MILLISECONDS.toNanos(occasion.time().toEpochMilli());
            Taking taking = new Taking(shelf.links(number), pack, walk, known, now, deadline);
            Map<Path, Node> nodes = taking.run();
            Manifest manifest =
                    new Manifest(number, occasion.time(), occasion.session(), occasion.undoes(), threats, nodes);
            String hash = pack.finish(ManifestBytes.of(manifest), holdsSomething(nodes));
            known.complete(taking.fresh());
            done = true;
            return manifest.snapshot(hash, false, false);
        } finally {
            if (!done) {
                shelf.delete(number);
            }
        }
    }

    /** What tells only that nothing was there is not waited for. */
    private static boolean holdsSomething(Map<Path, Node> nodes) {
        return nodes.values().stream().anyMatch(node -> !(node instanceof Node.Nothing));
    }

    private SnapshotFailure notWritten(IOException e) {
        return new SnapshotFailure(
                Kind.NOT_WRITTEN, "the folder " + shelf.place() + " cannot be written: " + e.getMessage(), e);
    }

    /** Notes how the paths of a snapshot look now that its call is over: what differs from that later, was done later. */
    public void over(long number) throws SnapshotFailure {
        try {
            shelf.over(shelf.get(number));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** All that can be brought back, the oldest first. Damaged ones are left out. */
    public List<Snapshot> all() throws SnapshotFailure {
        return newest().toList().reversed();
    }

    /** The same, the newest first, each read when it is asked for. */
    public Stream<Snapshot> newest() throws SnapshotFailure {
        List<Long> numbers;
        try {
            numbers = shelf.numbers();
        } catch (IOException e) {
            throw new SnapshotFailure(Kind.ABSENT, "the folder " + shelf.place() + " cannot be read", e);
        }
        Set<Long> undone = new HashSet<>();
        return numbers.reversed().stream()
                .flatMap(number -> whole(number).stream())
                .map(whole -> snapshot(whole, undone));
    }

    /** @param undone those that were brought back by a younger undo that went through and was not itself undone; added to */
    private Snapshot snapshot(Pack.Whole whole, Set<Long> undone) {
        Manifest manifest = whole.manifest();
        boolean isOver = shelf.isOver(manifest.number());
        boolean isUndone = undone.contains(manifest.number());
        if (isOver && !isUndone) {
            undone.addAll(manifest.undoes());
        }
        return manifest.snapshot(whole.hash(), isOver, isUndone);
    }

    private Optional<Pack.Whole> whole(long number) {
        try {
            return shelf.find(number);
        } catch (SnapshotFailure e) {
            return Optional.empty();
        }
    }

    /** What would be done to bring back these snapshots, all at once. */
    public Plan plan(List<Long> numbers) throws SnapshotFailure {
        try (Planning planning = new Planning(shelf)) {
            return planning.plan(numbers);
        } catch (IOException e) {
            throw new SnapshotFailure(Kind.DAMAGED, "a part of the snapshot cannot be read", e);
        }
    }

    /**
     * What was in the file of a step; empty where it was none, or a larger one.
     *
     * @param most so many bytes
     */
    public Optional<byte[]> content(Step step, int most) throws SnapshotFailure {
        Optional<Content> content =
                step.kept() instanceof Node.Regular file ? file.content() : Optional.<Content>empty();
        if (content.filter(kept -> kept.length() <= most).isEmpty()) {
            return Optional.empty();
        }
        long number = content.get().pack();
        try (Pack pack = Pack.open(shelf.pack(number))) {
            return Optional.of(
                    content.get().isLinked()
                            ? Files.readAllBytes(
                                    shelf.links(number).resolve(content.get().beside()))
                            : pack.bytes(content.get()));
        } catch (IOException e) {
            throw new SnapshotFailure(Kind.DAMAGED, "a part of the snapshot cannot be read", e);
        }
    }

    /** Brings snapshots back, one undo at a time. */
    public Undo undo() {
        return new Undo(this, shelf);
    }

    /**
     * Removes what is old, and then the oldest until the rest is as small as asked for, and what was never finished.
     *
     * @return how many snapshots were removed
     */
    public int retain(Retained retained, Instant now) throws SnapshotFailure {
        removing.writeLock().lock();
        try {
            return new Removal(shelf, known).run(retained, now);
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            removing.writeLock().unlock();
        }
    }
}
