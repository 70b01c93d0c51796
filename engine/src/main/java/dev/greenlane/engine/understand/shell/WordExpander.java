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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What words expand to, in a given state: braces, tildes, variables, substitutions, splitting, globs. Commands inside
 * substitutions are followed on the way.
 */
final class WordExpander {

    private final ShellInterpreter interpreter;
    private final ShellState state;
    private final Scene scene;
    private final ParameterExpansion parameters;

    WordExpander(ShellInterpreter interpreter, ShellState state, Scene scene) {
        this.interpreter = interpreter;
        this.state = state;
        this.scene = scene;
        this.parameters = new ParameterExpansion(this, state, scene);
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
                    List<Value> values = parameters.values(parameter);
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
            if (part instanceof Parameter parameter && ParameterExpansion.isList(parameter)) {
                List<Value> values = parameters.values(parameter);
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
            case Parameter parameter -> joined(parameters.values(parameter), separator(parameter));
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

    /** Follows what text of variables is run as. */
    Evaluation evaluation() {
        return new Evaluation(interpreter, state, scene);
    }
}
