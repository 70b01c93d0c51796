package dev.greenlane.service.keep;

import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.engine.review.Review;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.snapshot.Occasion;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.SnapshotFailure;
import dev.greenlane.store.snapshot.Snapshots;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Has kept what calls could lose, and notes when they are over. Thread-safe, never throws. */
public final class Keeping {
    private static final int REMEMBERED = 512;

    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Map<String, Long> running = Bounded.byAge(REMEMBERED);

    public Keeping(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What could be kept before one use, as far as the settings say; nothing is looked at yet. */
    public Precaution precaution(Settings settings) {
        return new Precaution(snapshots, settings);
    }

    /**
     * Keeps what a call could lose.
     *
     * @param use the use in the words by which it is known again
     * @param session the session as people name it
     */
    public Kept keep(String use, String session, Review review, Precaution precaution) {
        if (!precaution.isOn()) {
            return Kept.NOTHING;
        }
        Foreseen foreseen = precaution.foreseen(review.scene());
        if (foreseen.isNothing()) {
            return Kept.NOTHING;
        }
        try {
            Optional<Snapshot> taken = snapshots.take(foreseen.survey(), Occasion.call(clock.instant(), session));
            taken.ifPresent(snapshot -> remember(use, snapshot.number()));
            return new Kept(
                    taken, precaution.isPromised() ? taken.flatMap(it -> less(it, foreseen)) : Optional.empty());
        } catch (SnapshotFailure e) {
            return new Kept(Optional.empty(), Optional.ofNullable(e.getMessage()));
        }
    }

    /** What was promised to be kept and was not. */
    private static Optional<String> less(Snapshot taken, Foreseen foreseen) {
        int missing = taken.unkept() - foreseen.survey().unkept();
        return missing > 0
                ? Optional.of(missing + (missing == 1 ? " path" : " paths") + " could not be read")
                : Optional.empty();
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
