package dev.greenlane.engine.understand.code.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names and what they stand for, in a module, a function or a class. Remembers what branches change, to join them again. */
final class Scope {

    private static final Thing UNSET = new Thing.Unknown("", "is not set", Origins.NONE);

    private final @Nullable Scope outer;
    private final Map<String, Thing> names = new HashMap<>();
    private final Set<String> outside = new HashSet<>(0);
    private final Deque<Map<String, Thing>> branches = new ArrayDeque<>(0);

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    Optional<Thing> find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Thing thing = scope.names.get(name);
            if (thing != null) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }

    /** What is found here, and not further out. */
    Optional<Thing> own(String name) {
        return Optional.ofNullable(names.get(name));
    }

    void set(String name, Thing thing) {
        if (outer != null && outside.contains(name)) {
            outer.outermostWith(name).set(name, thing);
            return;
        }
        Map<String, Thing> changes = branches.peek();
        if (changes != null) {
            Thing before = names.get(name);
            changes.putIfAbsent(name, before == null ? UNSET : before);
        }
        names.put(name, thing);
    }

    private Scope outermostWith(String name) {
        Scope scope = this;
        while (scope.outer != null && !scope.names.containsKey(name)) {
            scope = scope.outer;
        }
        return scope;
    }

    /** Names that stand for what is outside: {@code global} and {@code nonlocal}. */
    void declareOutside(List<String> outsideNames) {
        outside.addAll(outsideNames);
    }

    /** Begins a branch. Every branch ends with {@link #endBranch()}. */
    void beginBranch() {
        branches.push(new LinkedHashMap<>(4));
    }

    /** Ends a branch: takes back what it changed, and gives it. */
    Map<String, Thing> endBranch() {
        Map<String, Thing> before = branches.pop();
        Map<String, Thing> after = new LinkedHashMap<>(before.size() * 2);
        before.forEach((name, thing) -> {
            after.put(name, names.get(name));
            if (thing.equals(UNSET)) {
                names.remove(name);
            } else {
                names.put(name, thing);
            }
        });
        return after;
    }

    /**
     * Sets what the branches changed.
     *
     * @param complete whether one of them is always taken
     */
    void join(List<Map<String, Thing>> changes, boolean complete) {
        Set<String> changed = new HashSet<>();
        changes.forEach(change -> changed.addAll(change.keySet()));
        for (String name : changed) {
            Thing before = names.get(name);
            List<Thing> things = new ArrayList<>(changes.size() + 1);
            if (!complete && before != null) {
                things.add(before);
            }
            for (Map<String, Thing> change : changes) {
                Thing after = change.getOrDefault(name, before);
                if (after != null) {
                    things.add(after);
                }
            }
            set(name, Things.either(things));
        }
    }
}
