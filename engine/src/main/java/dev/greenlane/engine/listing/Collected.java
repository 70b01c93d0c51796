package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The things that one reader finds in a result, up to a limit. For one use. */
final class Collected {

    private static final int MOST_THINGS = 2_000;

    private final Set<String> context;
    private final Map<String, String> asked;
    private final List<Thing> things = new ArrayList<>();

    /**
     * @param context words of the call that has listed them
     * @param asked what it was asked for, by what that tells of each of them
     */
    Collected(Set<String> context, Map<String, String> asked) {
        this.context = context;
        this.asked = asked;
    }

    Set<String> context() {
        return context;
    }

    List<Thing> things() {
        return things;
    }

    boolean isFull() {
        return things.size() >= MOST_THINGS;
    }

    /** A thing without a name is none. */
    void add(List<String> names, Map<String, String> properties) {
        if (!names.isEmpty() && !isFull()) {
            things.add(Thing.listed(names, properties, context, asked));
        }
    }
}
