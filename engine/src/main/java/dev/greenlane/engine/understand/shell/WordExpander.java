package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Arithmetic;
import dev.greenlane.syntax.shell.Braces;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.Statement;
import dev.greenlane.syntax.shell.Word;
import dev.greenlane.syntax.shell.WordPart;
import dev.greenlane.syntax.shell.WordPart.Parameter;
import dev.greenlane.syntax.shell.WordPart.Parameter.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What words expand to, in a given state: braces, tildes, variables, substitutions, splitting, globs. Commands inside
 * substitutions are followed on the way.
 */
final class WordExpander {

    /** Variables that have the same meaning everywhere, where the call does not set them. */
    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("HOME", "~"),
            Map.entry("TMPDIR", "/tmp"),
            Map.entry("TMP", "/tmp"),
            Map.entry("TEMP", "/tmp"),
            Map.entry("RUNNER_TEMP", "/tmp"),
            Map.entry("IFS", " \t\n"));

    /** What paths in variables of the environment begin with, where only that is asked for. */
    private static final Map<String, String> FRONTS =
            Map.of("HOME", "/home/", "PATH", "/usr/", "PWD", "/", "OLDPWD", "/", "SHELL", "/bin/", "BASH", "/");

    private final ShellInterpreter interpreter;
    private final ShellState state;
    private final Scene scene;

    WordExpander(ShellInterpreter interpreter, ShellState state, Scene scene) {
        this.interpreter = interpreter;
        this.state = state;
        this.scene = scene;
    }

    /** The fields of words, each with the place of the word it comes from. */
    List<Argument> fields(List<Word> words) {
        List<Argument> fields = new ArrayList<>(words.size());
        for (Word word : words) {
            if (word.parts().size() == 1
                    && word.parts().get(0) instanceof WordPart.Literal literal
                    && isPlain(literal.text())) {
                fields.add(new Argument(Value.of(literal.text()), word.span()));
                continue;
            }
            Optional<List<Word>> expanded = Braces.expand(word);
            if (expanded.isEmpty()) {
                fields.add(new Argument(Value.unknown("{…}", "expands to too many words"), word.span()));
                continue;
            }
            for (Word single : expanded.get()) {
                for (Value value : split(single)) {
                    fields.add(new Argument(value, word.span()));
                }
            }
        }
        return fields;
    }

    /** The one value of a word where the shell does not split: assignments, redirections, subjects. */
    Value single(Word word) {
        Value value = Value.EMPTY;
        List<WordPart> parts = word.parts();
        for (int i = 0; i < parts.size(); i++) {
            value = value.then(
                    parts.get(i) instanceof WordPart.Literal literal && i == 0
                            ? tilde(literal.text(), parts.size() == 1)
                            : quotedValue(parts.get(i)));
        }
        return value;
    }

    /** Like {@link #single(Word)}, with globs where they are not quoted. */
    Value withGlobs(Word word) {
        List<Value> fields = split(word);
        return fields.size() == 1 ? fields.get(0) : single(word);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '[' || c == '{' || c == '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private List<Value> split(Word word) {
        Fields fields = state.get("IFS").flatMap(Value::known).map(Fields::new).orElseGet(Fields::new);
        List<WordPart> parts = word.parts();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case WordPart.Literal literal -> {
                    Optional<String> home = i == 0 ? home(literal.text(), parts.size() == 1) : Optional.empty();
                    home.map(Value::of).ifPresent(fields::quoted);
                    fields.literal(home.isPresent() ? behindTilde(literal.text()) : literal.text());
                }
                case WordPart.Escaped escaped -> fields.quoted(Value.of(escaped.text()));
                case WordPart.SingleQuoted quoted -> fields.quoted(Value.of(quoted.text()));
                case WordPart.AnsiQuoted quoted -> fields.quoted(Value.of(quoted.text()));
                case WordPart.DoubleQuoted quoted -> doubleQuoted(quoted, fields);
                case Parameter parameter -> {
                    List<Value> values = parameter(parameter);
                    for (int v = 0; v < values.size(); v++) {
                        if (v > 0) {
                            fields.end();
                        }
                        fields.unquoted(values.get(v));
                    }
                }
                case WordPart.CommandSubstitution substitution -> fields.unquoted(output(substitution.script()));
                case WordPart.ArithmeticExpansion arithmetic -> fields.unquoted(arithmetic(arithmetic));
                case WordPart.ProcessSubstitution substitution -> fields.quoted(process(substitution));
                case WordPart.ExtendedGlob glob -> fields.unquoted(new Value(List.of(new Piece.Glob("*"))));
            }
        }
        return fields.finish();
    }

    private void doubleQuoted(WordPart.DoubleQuoted quoted, Fields fields) {
        fields.quoted(Value.EMPTY);
        for (WordPart part : quoted.parts()) {
            if (part instanceof Parameter parameter && isList(parameter)) {
                List<Value> values = parameter(parameter);
                for (int v = 0; v < values.size(); v++) {
                    if (v > 0) {
                        fields.end();
                    }
                    fields.quoted(values.get(v));
                }
            } else {
                fields.quoted(quotedValue(part));
            }
        }
    }

    private static boolean isList(Parameter parameter) {
        return parameter.name().equals("@")
                || parameter.index().flatMap(Word::constant).filter("@"::equals).isPresent();
    }

    private Value quotedValue(WordPart part) {
        return switch (part) {
            case WordPart.Literal literal -> Value.of(literal.text());
            case WordPart.Escaped escaped -> Value.of(escaped.text());
            case WordPart.SingleQuoted quoted -> Value.of(quoted.text());
            case WordPart.AnsiQuoted quoted -> Value.of(quoted.text());
            case WordPart.DoubleQuoted quoted -> {
                Value value = Value.EMPTY;
                for (WordPart inner : quoted.parts()) {
                    value = value.then(quotedValue(inner));
                }
                yield value;
            }
            case Parameter parameter -> joined(parameter(parameter), separator(parameter));
            case WordPart.CommandSubstitution substitution -> output(substitution.script());
            case WordPart.ArithmeticExpansion arithmetic -> arithmetic(arithmetic);
            case WordPart.ProcessSubstitution substitution -> process(substitution);
            case WordPart.ExtendedGlob glob -> Value.of(glob.operator() + "(…)");
        };
    }

    /** What stands between the elements of a list in quotes: the first of {@code IFS} where a star names it. */
    private String separator(Parameter parameter) {
        boolean star = parameter.name().equals("*")
                || parameter.index().flatMap(Word::constant).filter("*"::equals).isPresent();
        Optional<String> separators = star ? state.get("IFS").flatMap(Value::known) : Optional.empty();
        return separators
                .map(text -> text.substring(0, Math.min(1, text.length())))
                .orElse(" ");
    }

    private static Value joined(List<Value> values, String separator) {
        Value all = Value.EMPTY;
        for (int i = 0; i < values.size(); i++) {
            all = i == 0 ? values.get(i) : all.then(Value.of(separator)).then(values.get(i));
        }
        return all;
    }

    /** The folder that a tilde at the front stands for, {@code ~} itself for the user's own home. */
    private static Optional<String> home(String literal, boolean alone) {
        if (!literal.startsWith("~")) {
            return Optional.empty();
        }
        boolean ended = alone || literal.indexOf('/') >= 0;
        String user =
                literal.substring(1, literal.length() - behindTilde(literal).length());
        if (user.isEmpty()) {
            return ended ? Optional.of("~") : Optional.empty();
        }
        boolean name = user.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        boolean folderStack = user.equals("+") || user.equals("-");
        return name && ended && !folderStack
                ? Optional.of(user.equals("root") ? "/root" : "/home/" + user)
                : Optional.empty();
    }

    private static String behindTilde(String literal) {
        int slash = literal.indexOf('/');
        return slash < 0 ? "" : literal.substring(slash);
    }

    private static Value tilde(String literal, boolean alone) {
        return Value.of(
                home(literal, alone).map(home -> home + behindTilde(literal)).orElse(literal));
    }

    private Value process(WordPart.ProcessSubstitution substitution) {
        Substitutions all = interpreter.work().substitutions();
        ShellState inside = state.copy();
        return substitution.output()
                ? all.writing(data -> interpreter.script(substitution.script(), inside, data, scene))
                : all.reading(interpreter.script(substitution.script(), inside, Flow.NONE, scene));
    }

    /** What a command substitution gives, its last newlines taken off. */
    private Value output(Script script) {
        Flow flow = interpreter.script(script, state.copy(), Flow.NONE, scene);
        return flow.text()
                .map(WordExpander::withoutLastNewlines)
                .orElseGet(() -> interpreter.work().unknownOutput("$(" + firstWord(script) + " …)", flow));
    }

    private static String firstWord(Script script) {
        for (Statement statement : script.statements()) {
            if (statement.command() instanceof Command.Simple simple
                    && !simple.words().isEmpty()) {
                return simple.words().get(0).constant().orElse("");
            }
        }
        return "";
    }

    private static Value withoutLastNewlines(Value value) {
        List<Piece> pieces = new ArrayList<>(value.pieces());
        if (!pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof Piece.Text text) {
            int end = text.text().length();
            while (end > 0 && text.text().charAt(end - 1) == '\n') {
                end--;
            }
            pieces.set(pieces.size() - 1, new Piece.Text(text.text().substring(0, end)));
        }
        return new Value(pieces);
    }

    private Value arithmetic(WordPart.ArithmeticExpansion expansion) {
        return expansion
                .expression()
                .flatMap(this::number)
                .map(number -> Value.of(Long.toString(number)))
                .orElse(Value.unknown("$((…))", "is computed"));
    }

    /** What an arithmetic expression gives; follows the commands inside. */
    Optional<Long> number(Arithmetic expression) {
        return new Calculator(this, state).value(expression);
    }

    /** An operand of arithmetic. Commands in the subscripts of what it names are run, too. */
    Value operand(Word word) {
        Value value = single(word);
        evaluation().follow(value);
        value.known().flatMap(state::get).ifPresent(evaluation()::follow);
        return value;
    }

    private Evaluation evaluation() {
        return new Evaluation(interpreter, state, scene);
    }

    private List<Value> parameter(Parameter parameter) {
        List<Value> values = lookUp(parameter);
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
            results.add(apply(parameter, operation, value, isSet(parameter)));
        }
        return results;
    }

    /** {@code ${a[@]:from:count}}; the first of {@code ${@:1}} is the first positional parameter. */
    private List<Value> slice(List<Value> values, Parameter.Operation operation, int first) {
        Optional<Long> from =
                operation.argument().map(this::single).flatMap(Value::known).flatMap(evaluation()::number);
        Optional<Long> count =
                operation.second().map(this::single).flatMap(Value::known).flatMap(evaluation()::number);
        if (from.isEmpty() || operation.second().isPresent() && count.isEmpty()) {
            return List.of(Value.unknown("${…:…}", "is a part of a list"));
        }
        long start = from.get() < 0 ? values.size() + from.get() : Math.max(0, from.get() - first);
        long end = count.isPresent() ? start + count.get() : values.size();
        int low = (int) Math.min(Math.max(start, 0), values.size());
        return values.subList(low, (int) Math.min(Math.max(end, low), values.size()));
    }

    private boolean isSet(Parameter parameter) {
        return state.elements(parameter.name()).isPresent() || WELL_KNOWN.containsKey(parameter.name());
    }

    private Value apply(Parameter parameter, Parameter.Operation operation, Value value, boolean set) {
        Value argument = operation.argument().map(this::withGlobs).orElse(Value.EMPTY);
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
                        .map(this::single)
                        .flatMap(Value::known)
                        .map(text -> substring ? computed(text) : text);
                boolean secondKnown = operation.second().isEmpty() || second.isPresent();
                if (pattern.isEmpty() || !secondKnown) {
                    yield value.hole().isPresent() ? value : hole(parameter.name());
                }
                if (operation.operator().equals("@") && pattern.get().equals("P")) {
                    yield evaluation().expanded(value);
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
        return evaluation().number(text).map(String::valueOf).orElse(text);
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

    private List<Value> lookUp(Parameter parameter) {
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
            evaluation().follow(Value.of(key));
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
        Value key = constant.map(Value::of).orElseGet(() -> single(index));
        evaluation().follow(key);
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
        Optional<Long> at = key.isEmpty() ? Optional.empty() : evaluation().number(key);
        if (at.isPresent()) {
            long index = at.get() < 0 ? at.get() + elements.get().size() : at.get();
            return List.of(
                    index >= 0 && index < elements.get().size() ? elements.get().get((int) index) : Value.EMPTY);
        }
        return List.of(Value.unknown("${" + name + "[…]}", "is an element of an array"));
    }
}
