package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that a session has seen listed, found by name. Immutable and thread-safe. */
public final class Things {

    private final List<Thing> all;
    private final Map<String, Thing> byName = new HashMap<>();
    /** {@code #318}, {@code !52}: a number, with the mark of what it numbers. */
    private static final Pattern NUMBERED = Pattern.compile("[#!]\\d{1,12}");

    /** By what stands behind a slash in a name, or behind the mark of a number. */
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
                if (NUMBERED.matcher(name).matches()) {
                    byEnd.putIfAbsent(name.substring(1), thing);
                }
            }
        }
    }

    /** @param results what each result lists, oldest first */
    static Things of(List<List<Thing>> results) {
        List<Thing> all = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (List<Thing> result : results) {
            // Of one result, things that share a name are different ones: runs of one branch.
            Set<Integer> before = new HashSet<>(places.values());
            for (Thing thing : result) {
                Optional<Integer> known = Stream.concat(
                                thing.names().stream().filter(name -> !shared.contains(name)),
                                thing.names().stream().filter(shared::contains))
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .filter(before::remove)
                        .findFirst();
                known.ifPresentOrElse(at -> all.set(at, all.get(at).with(thing)), () -> all.add(thing));
                int at = known.orElse(all.size() - 1);
                for (String name : all.get(at).names()) {
                    Integer other = places.putIfAbsent(name, at);
                    if (other != null && other != at) {
                        shared.add(name);
                    }
                }
            }
        }
        return new Things(List.copyOf(all), results);
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
