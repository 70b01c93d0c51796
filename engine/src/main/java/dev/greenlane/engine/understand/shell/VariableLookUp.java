package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Word;
import dev.greenlane.syntax.shell.WordPart.Parameter;
import dev.greenlane.syntax.shell.WordPart.Parameter.Prefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What variables, positional parameters and elements of arrays hold. */
final class VariableLookUp {

    /** Variables that have the same meaning everywhere, where the call does not set them. */
    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("HOME", "~"),
            Map.entry("TMPDIR", "/tmp"),
            Map.entry("TMP", "/tmp"),
            Map.entry("TEMP", "/tmp"),
            Map.entry("RUNNER_TEMP", "/tmp"),
            Map.entry("IFS", " \t\n"));

    private final WordExpander expander;
    private final ShellState state;
    private final Scene scene;

    VariableLookUp(WordExpander expander, ShellState state, Scene scene) {
        this.expander = expander;
        this.state = state;
        this.scene = scene;
    }

    /** What it holds: nothing, one value, or those of a list. */
    List<Value> find(Parameter parameter) {
        String name = parameter.name();
        if (parameter.prefix() == Prefix.INDIRECT) {
            Optional<String> target = state.get(name).flatMap(Value::known);
            return target.isEmpty()
                    ? List.of(Value.unknown("${!" + name + "}", "names another variable"))
                    : named(target.get());
        }
        if (parameter.index().isPresent()) {
            return indexed(name, parameter.index().get());
        }
        return switch (name) {
            case "@", "*" ->
                state.positional().isEmpty() && scene.depth() == 0
                        ? List.of(Value.unknown("$" + name, "are the arguments of the script"))
                        : state.positional();
            case "#" -> List.of(Value.of(String.valueOf(state.positional().size())));
            default -> List.of(name.chars().allMatch(Character::isDigit) ? positional(name) : variable(name));
        };
    }

    /** What the text of a variable names: another variable, an element, a positional parameter. */
    private List<Value> named(String name) {
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.endsWith("]")) {
            String key = name.substring(bracket + 1, name.length() - 1);
            expander.evaluation().follow(Value.of(key));
            return elements(name.substring(0, bracket), key);
        }
        if (name.equals("@") || name.equals("*")) {
            return state.positional();
        }
        return List.of(
                !name.isEmpty() && name.chars().allMatch(Character::isDigit) ? positional(name) : variable(name));
    }

    private Value positional(String digits) {
        int index = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        List<Value> values = state.positional();
        if (index == 0 && state.name().isPresent()) {
            return state.name().get();
        }
        return index >= 1 && index <= values.size()
                ? values.get(index - 1)
                : Value.unknown("$" + digits, "is an argument of the script");
    }

    private Value variable(String name) {
        Optional<String> other = state.reference(name);
        if (other.isPresent()) {
            return state.get(other.get())
                    .orElse(Value.unknown("$" + name, "is another name of a variable that is not set in this call"));
        }
        Optional<Value> value = state.get(name);
        if (value.isPresent()) {
            return value.get();
        }
        if (name.equals("PWD")) {
            return state.folder();
        }
        String known = WELL_KNOWN.get(name);
        return known != null ? Value.of(known) : Value.unknown("$" + name, "is not set in this call");
    }

    private List<Value> indexed(String name, Word index) {
        Optional<String> constant = index.constant();
        Value key = constant.map(Value::of).orElseGet(() -> expander.single(index));
        expander.evaluation().follow(key);
        return elements(name, key.known().orElse(""));
    }

    private List<Value> elements(String name, String key) {
        Optional<Value> member = state.get(ShellState.member(name, key));
        if (member.isPresent()) {
            return List.of(member.get());
        }
        Optional<List<Value>> elements = state.elements(name);
        if (elements.isEmpty()) {
            return List.of(Value.unknown("${" + name + "[" + key + "]}", "is not set in this call"));
        }
        if (key.equals("@") || key.equals("*")) {
            return elements.get();
        }
        Optional<Long> at =
                key.isEmpty() ? Optional.empty() : expander.evaluation().number(key);
        if (at.isPresent()) {
            long index = at.get() < 0 ? at.get() + elements.get().size() : at.get();
            return List.of(
                    index >= 0 && index < elements.get().size() ? elements.get().get((int) index) : Value.EMPTY);
        }
        return List.of(Value.unknown("${" + name + "[…]}", "is an element of an array"));
    }

    /** Whether it holds anything. */
    boolean isSet(Parameter parameter) {
        return state.elements(parameter.name()).isPresent() || WELL_KNOWN.containsKey(parameter.name());
    }
}
