package dev.greenlane.service.keep;

import dev.greenlane.engine.facts.Makers;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.review.Review;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.snapshot.Budget;
import dev.greenlane.store.snapshot.Occasion;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.SnapshotFailure;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.store.snapshot.Threat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Has kept what calls could lose, and notes when they are over. Thread-safe, never throws. */
public final class Keeping {
    private static final long MEGABYTE = 1_000_000;
    private static final int SHARE = 4;
    private static final long MOST_IN_PASSING = 50 * MEGABYTE;
    private static final int REMEMBERED = 512;

    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Map<String, Long> running = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Keeping(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Keeps what a call could lose, as far as the settings say.
     *
     * @param use the use in the words by which it is known again
     * @param session the session as people name it
     */
    public Kept keep(String use, String session, Review review, Settings settings) {
        if (settings.get(Key.SNAPSHOTS).value().equals("off")) {
            return Kept.NOTHING;
        }
        Threats threats = Threats.of(review);
        if (threats.vital().isEmpty() && threats.more().isEmpty()) {
            return Kept.NOTHING;
        }
        Budget budget = new Budget(
                settings.number(Key.SNAPSHOT_MEGABYTES) * MEGABYTE,
                Duration.ofMillis(settings.number(Key.SNAPSHOT_MILLIS)));
        Occasion occasion = Occasion.call(clock.instant(), session);
        Predicate<Path> remade = remade(review);
        List<Threat> wanted = new ArrayList<>(threats.vital());
        if (!snapshots.estimate(wanted, budget, remade).fits(budget)) {
            wanted = uncommitted(wanted, review.request().world());
        }
        Budget passing = new Budget(
                Math.min(budget.bytes() / SHARE, MOST_IN_PASSING), budget.time().dividedBy(SHARE));
        for (List<Threat> group : threats.more()) {
            if (snapshots.estimate(group, passing, remade).fits(passing)) {
                wanted.addAll(group);
            }
        }
        return kept(use, wanted, occasion, budget, remade);
    }

    private Kept kept(String use, List<Threat> wanted, Occasion occasion, Budget budget, Predicate<Path> remade) {
        try {
            Optional<Snapshot> taken = snapshots.take(wanted, occasion, budget, remade);
            taken.ifPresent(snapshot -> remember(use, snapshot.number()));
            return new Kept(taken, Optional.empty());
        } catch (SnapshotFailure e) {
            return new Kept(Optional.empty(), Optional.ofNullable(e.getMessage()));
        }
    }

    /** Whether something that is really there makes a path again. */
    private static Predicate<Path> remade(Review review) {
        World world = review.request().world();
        Provenance provenance = review.request().session().provenance(world);
        return path ->
                Makers.standard().of(path.toString(), "/", world, provenance).isPresent();
    }

    /** Of folders in a repository only what no commit has; git brings the rest back. */
    private static List<Threat> uncommitted(List<Threat> threats, World world) {
        List<Threat> less = new ArrayList<>();
        for (Threat threat : threats) {
            String path = threat.path().toString();
            Optional<List<Repository.Difference>> differences = world.repositories()
                    .holding(path)
                    .filter(repository -> !Path.of(repository.root()).startsWith(threat.path()))
                    .flatMap(repository -> repository.differences(List.of(path), true));
            if (differences.isEmpty()) {
                less.add(threat);
            } else {
                differences.get().forEach(each -> less.add(new Threat(Path.of(each.path()), threat.how())));
            }
        }
        return less;
    }

    private synchronized void remember(String use, long snapshot) {
        running.put(use, snapshot);
    }

    private synchronized Optional<Long> forget(String use) {
        return Optional.ofNullable(running.remove(use));
    }

    /** A use is over: how it left what was kept is noted, so that later changes can be told from its own. */
    public void over(String use) {
        Optional<Long> snapshot = forget(use);
        if (snapshot.isPresent()) {
            try {
                snapshots.over(snapshot.get());
            } catch (SnapshotFailure e) {
                // Then an undo goes by the time alone.
                return;
            }
        }
    }
}
