package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Word;
import dev.greenlane.syntax.shell.WordPart.Parameter;
import dev.greenlane.syntax.shell.WordPart.Parameter.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code $name} and {@code ${…}} expand to: what {@link VariableLookUp} finds, changed by the operation behind it. */
final class ParameterExpansion {

    /** What paths in variables of the environment begin with, where only that is asked for. */
    private static final Map<String, String> FRONTS =
            Map.of("HOME", "/home/", "PATH", "/usr/", "PWD", "/", "OLDPWD", "/", "SHELL", "/bin/", "BASH", "/");

    private final WordExpander expander;
    private final ShellState state;
    private final VariableLookUp variables;

    ParameterExpansion(WordExpander expander, ShellState state, Scene scene) {
        this.expander = expander;
        this.state = state;
        this.variables = new VariableLookUp(expander, state, scene);
    }

    /** Its values; one where it is no list. */
    List<Value> values(Parameter parameter) {
        List<Value> values = variables.find(parameter);
        if (parameter.prefix() == Prefix.LENGTH) {
            return List.of(
                    values.size() == 1
                            ? values.get(0)
                                    .known()
                                    .map(text -> Value.of(String.valueOf(text.length())))
                                    .orElse(Value.unknown("${#}", "is a length"))
                            : Value.of(String.valueOf(values.size())));
        }
        if (parameter.operation().isEmpty()) {
            return values;
        }
        Parameter.Operation operation = parameter.operation().get();
        if (operation.operator().equals(":")
                && (isList(parameter) || parameter.name().equals("*"))) {
            return slice(values, operation, parameter.index().isEmpty() ? 1 : 0);
        }
        List<Value> results = new ArrayList<>(values.size());
        for (Value value : values.isEmpty() ? List.of(Value.EMPTY) : values) {
            results.add(apply(parameter, operation, value, variables.isSet(parameter)));
        }
        return results;
    }

    /** {@code ${a[@]:from:count}}; the first of {@code ${@:1}} is the first positional parameter. */
    private List<Value> slice(List<Value> values, Parameter.Operation operation, int first) {
        Optional<Long> from =
                operation.argument().map(expander::single).flatMap(Value::known).flatMap(expander.evaluation()::number);
        Optional<Long> count =
                operation.second().map(expander::single).flatMap(Value::known).flatMap(expander.evaluation()::number);
        if (from.isEmpty() || operation.second().isPresent() && count.isEmpty()) {
            return List.of(Value.unknown("${…:…}", "is a part of a list"));
        }
        long start = from.get() < 0 ? values.size() + from.get() : Math.max(0, from.get() - first);
        long end = count.isPresent() ? start + count.get() : values.size();
        int low = (int) Math.min(Math.max(start, 0), values.size());
        return values.subList(low, (int) Math.min(Math.max(end, low), values.size()));
    }

    private Value apply(Parameter parameter, Parameter.Operation operation, Value value, boolean set) {
        Value argument = operation.argument().map(expander::withGlobs).orElse(Value.EMPTY);
        boolean empty = value.equals(Value.EMPTY);
        boolean missing = operation.operator().startsWith(":") ? !set || empty : !set;
        return switch (operation.operator()) {
            case ":-", "-" -> missing ? argument : value;
            case ":=", "=" -> {
                if (missing) {
                    state.set(parameter.name(), argument);
                }
                yield missing ? argument : value;
            }
            case ":+", "+" -> missing && set ? Value.EMPTY : argument;
            case ":?", "?" -> value;
            default -> {
                boolean substring = operation.operator().equals(":");
                Optional<String> pattern = Parameters.pattern(argument).map(text -> substring ? computed(text) : text);
                Optional<String> second = operation
                        .second()
                        .map(expander::single)
                        .flatMap(Value::known)
                        .map(text -> substring ? computed(text) : text);
                boolean secondKnown = operation.second().isEmpty() || second.isPresent();
                if (pattern.isEmpty() || !secondKnown) {
                    yield value.hole().isPresent() ? value : hole(parameter.name());
                }
                if (operation.operator().equals("@") && pattern.get().equals("P")) {
                    yield expander.evaluation().expanded(value);
                }
                boolean fromOutside = state.get(parameter.name()).isEmpty() && FRONTS.containsKey(parameter.name());
                if (fromOutside && substring) {
                    yield front(parameter.name(), pattern.get(), second);
                }
                yield value.known()
                        .flatMap(text -> Parameters.transform(text, operation.operator(), pattern.get(), second))
                        .map(Value::of)
                        .orElse(value.hole().isPresent() ? value : hole(parameter.name()));
            }
        };
    }

    private String computed(String text) {
        return expander.evaluation().number(text).map(String::valueOf).orElse(text);
    }

    /** A part of the beginning of a path of the environment. */
    private static Value front(String name, String from, Optional<String> count) {
        String front = FRONTS.getOrDefault(name, "");
        boolean inside = from.matches("[0-9]")
                && count.filter(length -> length.matches("[0-9]")).isPresent()
                && Integer.parseInt(from) + Integer.parseInt(count.get()) <= front.length();
        return inside
                ? Parameters.transform(front, ":", from, count).map(Value::of).orElse(hole(name))
                : hole(name);
    }

    private static Value hole(String name) {
        return Value.unknown("$" + name, "is changed in a way that was not followed");
    }

    /** Whether each of its values is a word of its own, also in quotes. */
    static boolean isList(Parameter parameter) {
        return parameter.name().equals("@")
                || parameter.index().flatMap(Word::constant).filter("@"::equals).isPresent();
    }
}
