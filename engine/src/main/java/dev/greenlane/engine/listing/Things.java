package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that a session has seen listed, found by name. Immutable and thread-safe. */
public final class Things {

    private final List<Thing> all;
    private final Map<String, Thing> byName = new HashMap<>();
    /** By what stands behind a slash in a name. */
    private final Map<String, Thing> byEnd = new HashMap<>();

    private final Set<String> shared = new HashSet<>();
    private final Set<String> newest = new HashSet<>();
    private final List<List<Thing>> results;

    private Things(List<Thing> all, List<List<Thing>> results) {
        this.all = List.copyOf(all);
        this.results = results.stream().filter(result -> !result.isEmpty()).toList();
        newest().forEach(thing -> this.newest.addAll(thing.names()));
        for (Thing thing : all) {
            for (String name : thing.names()) {
                if (byName.putIfAbsent(name, thing) != null) {
                    shared.add(name);
                }
                ends(name).forEach(end -> byEnd.putIfAbsent(end, thing));
            }
        }
    }

    /** @param results what each result lists, oldest first */
    static Things of(List<List<Thing>> results) {
        Map<String, Thing> byName = new LinkedHashMap<>();
        for (List<Thing> result : results) {
            for (Thing thing : result) {
                Thing merged = thing;
                for (String name : thing.names()) {
                    Thing before = byName.get(name);
                    if (before != null) {
                        merged = before.with(merged);
                        break;
                    }
                }
                byName.put(merged.names().get(0), merged);
            }
        }
        return new Things(List.copyOf(byName.values()), results);
    }

    /** All of them, the oldest first. */
    public List<Thing> all() {
        return all;
    }

    /** The one of this name, where either name may say more of where it lies. */
    public Optional<Thing> named(String name) {
        Thing exact = byName.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (name.length() > 1 && byEnd.containsKey(name)) {
            return Optional.of(byEnd.get(name));
        }
        return ends(name).stream().filter(byName::containsKey).findFirst().map(byName::get);
    }

    /** Whether at most one thing has this name. */
    public boolean isUnique(String name) {
        return !shared.contains(name);
    }

    /** What the last result lists that lists anything, in its order. */
    public List<Thing> newest() {
        return results.isEmpty() ? List.of() : results.getLast();
    }

    /** What the last result lists that has a thing of one of these names, with all that is known of each. */
    public List<Thing> listedWith(Thing thing) {
        for (List<Thing> result : results.reversed()) {
            if (result.stream().anyMatch(each -> each.names().stream().anyMatch(thing.names()::contains))) {
                return result.stream()
                        .map(each -> byName.getOrDefault(each.names().get(0), each))
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether the last result that listed anything has it. */
    public boolean isNewest(Thing thing) {
        return thing.names().stream().anyMatch(newest::contains);
    }

    private static List<String> ends(String name) {
        List<String> ends = new ArrayList<>();
        for (int slash = name.indexOf('/');
                slash >= 0 && slash + 1 < name.length();
                slash = name.indexOf('/', slash + 1)) {
            ends.add(name.substring(slash + 1));
        }
        return ends;
    }
}
