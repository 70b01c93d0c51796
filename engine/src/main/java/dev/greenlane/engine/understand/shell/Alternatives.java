package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Assignment;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Redirect;
import dev.greenlane.syntax.shell.Statement;
import dev.greenlane.syntax.shell.Word;
import dev.greenlane.syntax.shell.WordPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands whose variables can have several values after a branch are followed once for each combination. */
final class Alternatives {

    private static final int MOST_COMBINATIONS = 12;

    private Alternatives() {}

    /** One combination, with the values that the variables had before. */
    record Choice(Map<String, Value> values, Map<String, List<Value>> before) {
        void apply(ShellState state) {
            values.forEach(state::set);
        }
    }

    /** The combinations for one command; none where nothing is open. */
    static List<Choice> of(Command.Simple command, Statement statement, ShellState state) {
        Set<String> names = new LinkedHashSet<>();
        for (Word word : command.words()) {
            collect(word.parts(), names);
        }
        for (Redirect redirect : statement.redirects()) {
            collect(redirect.target().parts(), names);
        }
        for (Assignment assignment : command.assignments()) {
            if (assignment.value() instanceof Assignment.Scalar scalar) {
                scalar.word().ifPresent(word -> collect(word.parts(), names));
            }
        }
        Map<String, List<Value>> before = new LinkedHashMap<>();
        for (String name : names) {
            List<Value> values = state.alternatives(name);
            if (values.size() > 1) {
                before.put(name, values);
            }
        }
        return before.isEmpty() ? List.of() : combine(before);
    }

    static void restore(List<Choice> choices, ShellState state) {
        choices.get(0).before().forEach(state::setAlternatives);
    }

    private static List<Choice> combine(Map<String, List<Value>> before) {
        List<Map<String, Value>> rows = new ArrayList<>();
        rows.add(Map.of());
        for (Map.Entry<String, List<Value>> entry : before.entrySet()) {
            List<Map<String, Value>> next = new ArrayList<>();
            boolean tooMany = rows.size() * entry.getValue().size() > MOST_COMBINATIONS;
            List<Value> values =
                    tooMany ? List.of(Value.unknown("$" + entry.getKey(), "can be many things")) : entry.getValue();
            for (Map<String, Value> row : rows) {
                for (Value value : values) {
                    Map<String, Value> wider = new LinkedHashMap<>(row);
                    wider.put(entry.getKey(), value);
                    next.add(wider);
                }
            }
            rows = next;
        }
        return rows.stream().map(row -> new Choice(row, before)).toList();
    }

    private static void collect(List<WordPart> parts, Set<String> names) {
        for (WordPart part : parts) {
            if (part instanceof WordPart.Parameter parameter) {
                names.add(parameter.name());
                parameter.operation().ifPresent(operation -> {
                    operation.argument().ifPresent(word -> collect(word.parts(), names));
                    operation.second().ifPresent(word -> collect(word.parts(), names));
                });
            } else if (part instanceof WordPart.DoubleQuoted quoted) {
                collect(quoted.parts(), names);
            }
        }
    }
}
