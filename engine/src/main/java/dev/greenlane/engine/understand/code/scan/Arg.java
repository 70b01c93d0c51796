package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_PIECES = 200;

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

    /** What the environment holds under a name. */
    static Arg environment(String name) {
        if (name.equals("HOME")) {
            return Arg.of(Value.of("~"));
        }
        Arg variable = Arg.of(Value.unknown("$" + name, "is a variable of the environment"));
        String upper = name.toUpperCase(Locale.ROOT);
        boolean secret =
                List.of("TOKEN", "SECRET", "PASSW", "API_KEY", "APIKEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL")
                        .stream()
                        .anyMatch(upper::contains);
        return secret ? variable.labelled(Set.of(DataLabel.CREDENTIAL)) : variable;
    }

    /** Both as one text. */
    static Arg joined(Arg left, Arg right) {
        boolean tooLong = left.value().pieces().size() > MOST_PIECES
                || left.value().prefix().length() > LONGEST_TEXT;
        Value value = tooLong
                ? Value.unknown("long text", "is too long to follow")
                : left.value().then(right.value());
        return Arg.of(value).labelled(left.labels()).labelled(right.labels());
    }

    /** What an operator between two values gives that joins no text. */
    static Arg either(Lexeme operator, Arg left, Arg right) {
        boolean first = operator.is("||") || operator.is("??");
        if (first && left.value().hasNoHole() && !left.value().equals(Value.EMPTY)) {
            return left;
        }
        return (first && !left.value().equals(Value.EMPTY) ? left : Arg.unknown("value"))
                .labelled(left.labels())
                .labelled(right.labels());
    }
}
