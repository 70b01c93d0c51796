package dev.greenlane.engine.understand.code.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call is given.
 *
 * @param further what comes from {@code *values} of which not all are known
 * @param loose what comes from {@code **values} of which not all are known
 */
record Arguments(List<Thing> positional, Map<String, Thing> named, List<Thing> further, List<Thing> loose) {

    static final Arguments NONE = new Arguments(List.of(), Map.of(), List.of(), List.of());

    static Arguments of(Thing... positional) {
        return new Arguments(List.of(positional), Map.of(), List.of(), List.of());
    }

    /** The argument at a place or with a name. */
    Optional<Thing> get(int index, String name) {
        Thing byName = named.get(name);
        if (byName != null) {
            return Optional.of(byName);
        }
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
    }

    Optional<Thing> get(int index) {
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
    }

    Optional<Thing> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The same with another argument before all others. */
    Arguments behind(Thing first) {
        List<Thing> all = new ArrayList<>(positional.size() + 1);
        all.add(first);
        all.addAll(positional);
        return new Arguments(all, named, further, loose);
    }

    /** The same without the first arguments. */
    Arguments from(int index) {
        return new Arguments(
                index >= positional.size() ? List.of() : positional.subList(index, positional.size()),
                named,
                further,
                loose);
    }

    /** The same with these behind and over them. */
    Arguments and(Arguments more) {
        List<Thing> allPositional = new ArrayList<>(positional);
        allPositional.addAll(more.positional);
        Map<String, Thing> allNamed = new LinkedHashMap<>(named);
        allNamed.putAll(more.named);
        List<Thing> allFurther = new ArrayList<>(further);
        allFurther.addAll(more.further);
        List<Thing> allLoose = new ArrayList<>(loose);
        allLoose.addAll(more.loose);
        return new Arguments(allPositional, allNamed, allFurther, allLoose);
    }

    /** All that is given, whatever its place. */
    List<Thing> all() {
        List<Thing> all = new ArrayList<>(positional);
        all.addAll(named.values());
        all.addAll(further);
        all.addAll(loose);
        return all;
    }

    Origins origins() {
        Origins origins = Origins.NONE;
        for (Thing thing : all()) {
            origins = origins.and(Things.origins(thing));
        }
        return origins;
    }

    /** What the parameters of a described function stand for, by their first names, and all other named arguments. */
    Map<String, Thing> bind(List<Entry.Parameter> parameters) {
        Map<String, Thing> bound = new LinkedHashMap<>(named);
        for (int i = 0; i < parameters.size(); i++) {
            Entry.Parameter parameter = parameters.get(i);
            if (parameter.rest()) {
                if (i < positional.size()) {
                    bound.put(parameter.names().get(0), new Thing.Row(positional.subList(i, positional.size()), false));
                }
                continue;
            }
            int index = i;
            parameter.names().stream()
                    .flatMap(name -> named(name).stream())
                    .findFirst()
                    .or(() -> get(index))
                    .or(() -> further.stream().findFirst())
                    .ifPresent(thing -> bound.put(parameter.names().get(0), thing));
        }
        return bound;
    }
}
