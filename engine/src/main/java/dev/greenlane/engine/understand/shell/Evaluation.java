package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Arithmetic;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Redirect;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.ShellReader;
import dev.greenlane.syntax.shell.Word;
import dev.greenlane.syntax.shell.WordPart;
import java.util.List;
import java.util.Optional;

/** Text that the shell expands once more after it was expanded: subscripts, arithmetic, prompts. */
final class Evaluation {

    private static final String END = "__end_of_text";

    private final ShellInterpreter interpreter;
    private final ShellState state;
    private final Scene scene;

    Evaluation(ShellInterpreter interpreter, ShellState state, Scene scene) {
        this.interpreter = interpreter;
        this.state = state;
        this.scene = scene;
    }

    /** Follows the commands in a name with a subscript ({@code a[$(…)]}), or in text that is computed. */
    void follow(Value text) {
        expanded(text);
    }

    /** What such text becomes; the text itself where nothing in it is expanded. */
    Value expanded(Value value) {
        Optional<String> text = value.known();
        if (text.isEmpty() || text.get().indexOf('$') < 0 && text.get().indexOf('`') < 0) {
            return value;
        }
        if (scene.depth() >= Work.DEEPEST || !interpreter.work().step()) {
            return Value.unknown("…", "is nested too deeply to follow");
        }
        Script script = ShellReader.read(": <<" + END + "\n" + text.get() + "\n" + END + "\n");
        if (script.statements().isEmpty()
                || script.statements().get(0).redirects().isEmpty()) {
            return value;
        }
        Redirect document = script.statements().get(0).redirects().get(0);
        Scene inside = scene.inside(scene.origin(), -1);
        return document.body()
                .map(body -> interpreter.expander(state, inside).single(body))
                .orElse(value);
    }

    /** The number that a text of arithmetic stands for. */
    Optional<Long> number(String text) {
        if (text.strip().matches("-?[0-9]{1,9}")) {
            return Optional.of(Long.parseLong(text.strip()));
        }
        if (scene.depth() >= Work.DEEPEST || text.length() > 200) {
            return Optional.empty();
        }
        Script script = ShellReader.read(": $((" + text + "))");
        if (script.statements().size() != 1
                || !(script.statements().get(0).command() instanceof Command.Simple simple)
                || simple.words().size() != 2) {
            return Optional.empty();
        }
        return arithmetic(simple.words().get(1))
                .flatMap(expression -> interpreter
                        .expander(state, scene.inside(scene.origin(), -1))
                        .number(expression));
    }

    private static Optional<Arithmetic> arithmetic(Word word) {
        List<WordPart> parts = word.parts();
        return parts.size() == 1 && parts.get(0) instanceof WordPart.ArithmeticExpansion expansion
                ? expansion.expression()
                : Optional.empty();
    }
}
