package dev.greenlane.store.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What stands at paths that are threatened, and what keeping it would cost. It was looked at once, and is taken as it was seen as long
 * as it is young. One thread.
 */
public final class Survey {
    /** What was seen longer ago is looked at again before it is kept. */
    private static final Duration YOUNG = Duration.ofMillis(200);

    private final Shelf shelf;
    private final Predicate<Path> remade;
    private final Budget budget;
    private final List<Threat> threats;
    private Walk walk;
    private long seen;

    Survey(List<Threat> threats, Budget budget, Predicate<Path> remade, Shelf shelf) {
        this.shelf = shelf;
        this.remade = remade;
        this.budget = budget;
        this.threats = new ArrayList<>(threats);
        this.walk = look(threats);
        this.seen = System.nanoTime();
    }

    private Walk look(List<Threat> of) {
        return new Walk(budget, remade, shelf.place()).over(of);
    }

    /** What keeping all of it would cost. */
    public Estimate estimate() {
        return walk.estimate();
    }

    /** Whether all of it can be kept within the budget, as far as looking tells. */
    public boolean fits() {
        return walk.estimate().fits(budget) && !walk.isBlind();
    }

    /** How many of the paths would not be kept though they are there, because they can be made again or hold nothing. */
    public int unkept() {
        return (int) walk.found().values().stream()
                .filter(found -> !found.unkept().isEmpty())
                .count();
    }

    /**
     * Adds paths where they cost little.
     *
     * @param within what they alone may cost
     * @return whether they were added
     */
    public boolean add(List<Threat> more, Budget within) {
        Walk other = walk.beside(within).over(more);
        boolean added = other.estimate().fits(within) && walk.add(other);
        if (added) {
            threats.addAll(more);
        }
        return added;
    }

    List<Threat> threats() {
        return List.copyOf(threats);
    }

    Budget budget() {
        return budget;
    }

    /** What was found, looked at again where that was long ago. */
    Walk fresh() {
        if (System.nanoTime() - seen > YOUNG.toNanos()) {
            walk = look(threats);
            seen = System.nanoTime();
        }
        return walk;
    }
}
