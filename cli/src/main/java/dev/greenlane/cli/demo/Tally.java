package dev.greenlane.cli.demo;

import dev.greenlane.engine.policy.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** What became of the calls of a session. Not thread-safe. */
final class Tally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int letThrough;
    private int heldUp;

    void add(Recording.Call call, Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        boolean allowed = outcome == Outcome.ALLOW;
        if (call.risky() && allowed) {
            letThrough++;
        }
        if (!call.risky() && !allowed) {
            heldUp++;
        }
    }

    int calls() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
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

    boolean asRecorded() {
        return letThrough == 0 && heldUp == 0;
    }
}
