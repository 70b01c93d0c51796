package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts what code in another language would do into the log of the call. */
final class CodeEffects implements CodeSink {

    private final ShellInterpreter interpreter;
    private final CodeRunner code;
    private final ShellState state;
    private final Flow input;
    private final Scene scene;
    private final Span span;
    private final Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);

    /**
     * @param scene the inside of the code
     * @param span where the code stands in the piece around it
     */
    CodeEffects(ShellInterpreter interpreter, CodeRunner code, ShellState state, Flow input, Scene scene, Span span) {
        this.interpreter = interpreter;
        this.code = code;
        this.state = state;
        this.input = input;
        this.scene = new Scene(
                scene.paths(), scene.files(), scene.place(), scene.origin(), -1, scene.certainty(), scene.depth());
        this.span = span;
    }

    /** Labels of what the code has read. */
    Set<DataLabel> labels() {
        return labels;
    }

    @Override
    public void path(EffectKind kind, Value path, Set<String> traits, Certainty certainty) {
        Circumstances circumstances = scene.less(certainty).circumstances(kind, span, traits);
        Set<DataLabel> found = interpreter.work().log().path(kind, path, state.folder(), scene.paths(), circumstances);
        if (kind == EffectKind.FILE_READ) {
            labels.addAll(found);
        }
    }

    @Override
    public void host(
            EffectKind kind, Value urlOrHost, Set<String> traits, Set<DataLabel> carries, Certainty certainty) {
        Circumstances circumstances = scene.less(certainty).circumstances(kind, span, traits);
        interpreter.work().log().host(kind, urlOrHost, Carrying.these(circumstances, carries));
        if (kind == EffectKind.NETWORK_FETCH) {
            labels.add(DataLabel.FETCHED);
        }
    }

    @Override
    public void name(EffectKind kind, Value name, Set<String> traits, Certainty certainty) {
        interpreter.work().log().name(kind, name, scene.less(certainty).circumstances(kind, span, traits));
    }

    @Override
    public void shell(Value commandLine) {
        code.text(new Argument(commandLine, span), "shell", state.copy(), input, scene);
    }

    @Override
    public void command(List<Value> words) {
        interpreter.words(words.stream().map(word -> new Argument(word, span)).toList(), state.copy(), input, scene);
    }

    @Override
    public void code(String language, Value text) {
        code.text(new Argument(text, span), language, state.copy(), input, scene);
    }

    @Override
    public void notUnderstood(String what, String reason) {
        interpreter.notUnderstood(new Argument(Value.of(what), span), reason, scene);
    }
}
