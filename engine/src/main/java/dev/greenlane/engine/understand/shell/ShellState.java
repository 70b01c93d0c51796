package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a shell knows while it runs: variables, functions, positional parameters, the folder. A variable may have several
 * possible values, after a branch that sets it in more than one way. Not thread-safe.
 */
final class ShellState {

    private static final int MOST_ALTERNATIVES = 6;
    private static final int MOST_PIECES = 64;
    private static final int LONGEST_TEXT = 1 << 12;

    private final Map<String, List<Value>> variables;
    private final Map<String, List<Value>> arrays;
    private final Map<String, Statement> functions;
    private final Map<String, String> aliases;
    private final Map<String, String> references = new HashMap<>(0);
    private final Map<String, Flow> descriptors = new HashMap<>(0);
    private final Map<String, Value> sinks = new HashMap<>(0);
    private final Set<String> exported = new LinkedHashSet<>(0);
    private Optional<Value> name = Optional.empty();
    private List<Value> positional;
    private Value folder;

    ShellState(Value folder) {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), List.of(), folder);
    }

    private ShellState(
            Map<String, List<Value>> variables,
            Map<String, List<Value>> arrays,
            Map<String, Statement> functions,
            Map<String, String> aliases,
            List<Value> positional,
            Value folder) {
        this.variables = variables;
        this.arrays = arrays;
        this.functions = functions;
        this.aliases = aliases;
        this.positional = positional;
        this.folder = folder;
    }

    /** A subshell, or one way of a branch. */
    ShellState copy() {
        ShellState copy = new ShellState(
                new HashMap<>(variables),
                new HashMap<>(arrays),
                new HashMap<>(functions),
                new HashMap<>(aliases),
                positional,
                folder);
        copy.references.putAll(references);
        copy.descriptors.putAll(descriptors);
        copy.sinks.putAll(sinks);
        copy.exported.addAll(exported);
        copy.name = name;
        return copy;
    }

    /** Takes over what another way of a branch has left: from here on both may be so. */
    void join(ShellState other) {
        for (Map.Entry<String, List<Value>> entry : other.variables.entrySet()) {
            variables.merge(entry.getKey(), entry.getValue(), ShellState::union);
        }
        other.arrays.forEach(arrays::putIfAbsent);
        functions.putAll(other.functions);
        aliases.putAll(other.aliases);
        if (!folder.equals(other.folder)) {
            folder = Value.unknown("?", "depends on a branch");
        }
    }

    private static List<Value> union(List<Value> one, List<Value> other) {
        if (one.equals(other)) {
            return one;
        }
        Set<Value> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all.size() <= MOST_ALTERNATIVES ? List.copyOf(all) : List.of(Value.unknown("?", "can be many things"));
    }

    /** The possible values of a variable; empty where nothing in the call sets it. */
    List<Value> alternatives(String name) {
        return variables.getOrDefault(name, List.of());
    }

    Optional<Value> get(String name) {
        List<Value> values = variables.get(name);
        if (values != null) {
            return Optional.of(values.get(0));
        }
        List<Value> elements = arrays.get(name);
        return elements == null || elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(0));
    }

    void set(String name, Value value) {
        arrays.remove(name);
        variables.put(name, List.of(bounded(name, value)));
    }

    /** A value that grows without end, as in a loop, is not followed further. */
    private static Value bounded(String name, Value value) {
        boolean small = value.pieces().size() <= MOST_PIECES && value.length() <= LONGEST_TEXT;
        return small ? value : Value.unknown("$" + name, "is too long to follow");
    }

    void setAlternatives(String name, List<Value> values) {
        variables.put(name, List.copyOf(values));
    }

    void setArray(String name, List<Value> elements) {
        variables.remove(name);
        arrays.put(name, List.copyOf(elements));
    }

    /** The elements of an array, or a variable's one value. */
    Optional<List<Value>> elements(String name) {
        List<Value> elements = arrays.get(name);
        return elements != null ? Optional.of(elements) : get(name).map(List::of);
    }

    void unset(String name) {
        arrays.remove(name);
        variables.put(name, List.of(Value.EMPTY));
    }

    /** The name under which one element of an array with names is kept. */
    static String member(String array, String key) {
        return array + "[" + key + "]";
    }

    /** Makes a variable another name of a second one, as {@code declare -n} does. */
    void refer(String name, String other) {
        references.put(name, other);
    }

    Optional<String> reference(String name) {
        return Optional.ofNullable(references.get(name));
    }

    /** What a shell calls itself, {@code $0}; empty where it is not known. */
    Optional<Value> name() {
        return name;
    }

    void name(Value value) {
        name = Optional.of(value);
    }

    /** The words behind {@code sh -c CODE}: first the name of the shell, then its positional parameters. */
    void arguments(List<Value> words) {
        if (!words.isEmpty()) {
            name(words.get(0));
            positional(words.subList(1, words.size()));
        }
    }

    /** What comes from an open descriptor other than standard input. */
    Optional<Flow> descriptor(String number) {
        return Optional.ofNullable(descriptors.get(number));
    }

    /** What comes from a path that stands for an open descriptor: {@code /dev/fd/3}. */
    Optional<Flow> openFile(String path) {
        String number = path.startsWith("/dev/fd/")
                ? path.substring("/dev/fd/".length())
                : path.startsWith("/proc/self/fd/") ? path.substring("/proc/self/fd/".length()) : "";
        return descriptor(number);
    }

    void descriptor(String number, Flow flow) {
        descriptors.put(number, flow);
    }

    /** A program that is started from here: it has the variables, and of the functions those that were exported. */
    ShellState process() {
        ShellState process = copy();
        process.functions.keySet().retainAll(exported);
        process.aliases.clear();
        process.positional = List.of();
        return process;
    }

    void export(String function) {
        exported.add(function);
    }

    /** Forgets a function, and gives what it was. */
    Optional<Statement> undefine(String function) {
        return Optional.ofNullable(functions.remove(function));
    }

    void unalias(String alias) {
        aliases.remove(alias);
    }

    /** The names of variables that this state and {@code before} give different values. */
    Set<String> changedSince(ShellState before) {
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<String, List<Value>> entry : variables.entrySet()) {
            if (!entry.getValue().equals(before.variables.get(entry.getKey()))) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    Optional<Statement> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    void define(String name, Statement body) {
        functions.put(name, body);
    }

    Optional<String> alias(String name) {
        return Optional.ofNullable(aliases.get(name));
    }

    void alias(String name, String text) {
        aliases.put(name, text);
    }

    List<Value> positional() {
        return positional;
    }

    void positional(List<Value> values) {
        positional = List.copyOf(values);
    }

    Value folder() {
        return folder;
    }

    void folder(Value value) {
        folder = value;
    }

    /** Where what is written to a descriptor goes. */
    Optional<Value> sink(String number) {
        return Optional.ofNullable(sinks.get(number));
    }

    void sink(String number, Value path) {
        sinks.put(number, path);
    }
}
