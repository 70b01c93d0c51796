package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value in a program, as far as it is known.
 *
 * @param value its text
 * @param elements what is in it, where it is a list
 * @param list whether it is a list
 * @param options what is in it by name
 * @param type what its methods are found under: a module, a constructor; empty where that is not known
 * @param labels what is known of the data it holds
 */
record Arg(
        Value value, List<Arg> elements, boolean list, Map<String, Arg> options, String type, Set<DataLabel> labels) {

    static final Arg NONE = of(Value.EMPTY);

    static Arg of(Value value) {
        return new Arg(value, List.of(), false, Map.of(), "", Set.of());
    }

    static Arg unknown(String name) {
        return of(Value.unknown(name.length() > 40 ? name.substring(0, 40) + "…" : name, "is computed"));
    }

    static Arg list(List<Arg> elements) {
        return new Arg(Value.unknown("a list", "is no text"), elements, true, Map.of(), "", labels(elements));
    }

    Arg typed(String name) {
        return new Arg(value, elements, list, options, name, labels);
    }

    Arg labelled(Set<DataLabel> more) {
        return more.isEmpty() ? this : new Arg(value, elements, list, options, type, union(labels, more));
    }

    boolean fetched() {
        return labels.contains(DataLabel.FETCHED);
    }

    static Set<DataLabel> labels(Iterable<Arg> args) {
        Set<DataLabel> all = EnumSet.noneOf(DataLabel.class);
        for (Arg arg : args) {
            all.addAll(arg.labels);
            if (!arg.options.isEmpty()) {
                all.addAll(labels(arg.options.values()));
            }
        }
        return all;
    }

    static Set<DataLabel> union(Set<DataLabel> one, Set<DataLabel> other) {
        Set<DataLabel> all = EnumSet.noneOf(DataLabel.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
