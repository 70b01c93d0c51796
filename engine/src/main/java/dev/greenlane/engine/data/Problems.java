package dev.greenlane.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it can be said at once. Not thread-safe. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Notes a problem. The same problem in the same place is noted once. */
    public void add(Place place, String message) {
        found.add(new Problem(place, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was noted, in the order it was found. */
    public List<Problem> list() {
        return new ArrayList<>(found);
    }
}
