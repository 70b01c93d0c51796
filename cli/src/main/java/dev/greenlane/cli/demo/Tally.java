package dev.greenlane.cli.demo;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the calls of a session. Not thread-safe. */
final class Tally {
    private final int warmUp;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<Long> nanos = new ArrayList<>();
    private int letThrough;
    private int heldUp;

    /** @param warmUp how many reviews went before the first that is counted */
    Tally(int warmUp) {
        this.warmUp = warmUp;
    }

    void add(Recording.Call call, Verdict verdict) {
        outcomes.merge(verdict.outcome(), 1, Integer::sum);
        nanos.add(verdict.nanos());
        boolean allowed = verdict.outcome() == Outcome.ALLOW;
        if (call.risky() && allowed) {
            letThrough++;
        }
        if (!call.risky() && !allowed) {
            heldUp++;
        }
    }

    int calls() {
        return nanos.size();
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Risky calls that the engine would have allowed. */
    int letThrough() {
        return letThrough;
    }

    /** Harmless calls that it stopped. */
    int heldUp() {
        return heldUp;
    }

    int warmUp() {
        return warmUp;
    }

    boolean asRecorded() {
        return letThrough == 0 && heldUp == 0;
    }

    /** The review time that this share of the reviews did not exceed, in nanoseconds. */
    long nanos(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
