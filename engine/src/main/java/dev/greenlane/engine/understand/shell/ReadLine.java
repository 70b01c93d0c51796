package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code read} and {@code mapfile}: variables that get their values from input. */
final class ReadLine {

    private ReadLine() {}

    /** {@code read}: the first line, in as many parts as there are names. */
    static Flow read(List<Value> arguments, ShellState state, Flow input, Work work) {
        Names names = Names.of(arguments, "dinNptu", "REPLY");
        Optional<String> text = input.text().flatMap(Value::known).filter(known -> !known.isEmpty());
        Optional<String> line = text.map(
                known -> names.wholeText() ? known : known.lines().findFirst().orElse(""));
        if (line.isEmpty()) {
            Value unknown =
                    input.text().filter(value -> value.known().isEmpty()).orElse(null);
            for (String name : names.names()) {
                state.set(name, unknown != null ? unknown : unknown(name, input, work));
            }
            return Flow.EMPTY;
        }
        String separators = state.get("IFS").flatMap(Value::known).orElse(" \t\n");
        if (names.array()) {
            state.setArray(names.names().get(0), parts(line.get(), separators, Integer.MAX_VALUE));
            return Flow.EMPTY;
        }
        List<Value> parts = parts(line.get(), separators, names.names().size());
        for (int i = 0; i < names.names().size(); i++) {
            state.set(names.names().get(i), i < parts.size() ? parts.get(i) : Value.EMPTY);
        }
        return Flow.EMPTY;
    }

    /** {@code mapfile}: an element for each line. */
    static Flow lines(List<Value> arguments, ShellState state, Flow input, Work work) {
        String name = Names.of(arguments, "dnOsuCc", "MAPFILE").names().get(0);
        Optional<String> text = input.text().flatMap(Value::known);
        state.setArray(
                name,
                text.map(known -> known.lines().map(Value::of).toList()).orElse(List.of(unknown(name, input, work))));
        return Flow.EMPTY;
    }

    private static Value unknown(String name, Flow input, Work work) {
        return input.labels().isEmpty()
                ? Value.unknown("$" + name, "is read while it runs")
                : work.unknownOutput("$" + name, input);
    }

    /** The first parts one by one, all that is left in the last one. */
    private static List<Value> parts(String line, String separators, int most) {
        List<Value> parts = new ArrayList<>();
        int at = skipBlanks(line, 0, separators);
        while (at < line.length() && parts.size() + 1 < most) {
            int end = at;
            while (end < line.length() && separators.indexOf(line.charAt(end)) < 0) {
                end++;
            }
            parts.add(Value.of(line.substring(at, end)));
            at = end == line.length() ? end : skipBlanks(line, end + 1, separators);
        }
        if (at < line.length()) {
            int end = line.length();
            while (end > at && isBlank(line.charAt(end - 1), separators)) {
                end--;
            }
            parts.add(Value.of(line.substring(at, end)));
        }
        return parts;
    }

    private static int skipBlanks(String line, int from, String separators) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at), separators)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c, String separators) {
        return Character.isWhitespace(c) && separators.indexOf(c) >= 0;
    }

    /** The variables that are named, and the flags that matter. */
    private record Names(List<String> names, boolean array, boolean wholeText) {

        static Names of(List<Value> arguments, String withValue, String otherwise) {
            List<String> names = new ArrayList<>();
            boolean array = false;
            boolean whole = false;
            for (int i = 0; i < arguments.size(); i++) {
                String text = arguments.get(i).known().orElse("-");
                if (!text.startsWith("-")) {
                    names.add(text);
                    continue;
                }
                char last = text.charAt(text.length() - 1);
                array |= last == 'a';
                if (text.length() > 1 && withValue.indexOf(last) >= 0 && i + 1 < arguments.size()) {
                    whole |= last == 'd' && arguments.get(i + 1).equals(Value.EMPTY);
                    i++;
                }
            }
            if (names.isEmpty()) {
                names.add(otherwise);
            }
            return new Names(names, array, whole);
        }
    }
}
