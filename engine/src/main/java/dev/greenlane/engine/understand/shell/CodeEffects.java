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
import java.util.Optional;
import java.util.Set;

/** Puts what code in another language would do into the log of the call. */
final class CodeEffects implements CodeSink {

    /** Labels by which data is followed into a file that code writes; its text is not known. */
    private static final Set<DataLabel> KEPT = EnumSet.of(DataLabel.CREDENTIAL, DataLabel.PRIVATE, DataLabel.FETCHED);

    private final ShellInterpreter interpreter;
    private final CodeRunner code;
    private final ShellState state;
    private final Flow input;
    private final Scene scene;
    private final Span span;
    private final boolean remembered;
    private Flow data = Flow.NONE;

    /**
     * @param scene the inside of the code
     * @param span where the code stands in the piece around it
     * @param remembered whether the code is the session's memory of a file of the project, which may be cut short
     */
    CodeEffects(
            ShellInterpreter interpreter,
            CodeRunner code,
            ShellState state,
            Flow input,
            Scene scene,
            Span span,
            boolean remembered) {
        this.interpreter = interpreter;
        this.code = code;
        this.state = state.copy();
        this.input = input;
        this.scene = scene.apart();
        this.span = span;
        this.remembered = remembered;
    }

    /** What the code has read. */
    Flow data() {
        return data;
    }

    @Override
    public Set<DataLabel> dataIn(Value path) {
        return interpreter
                .work()
                .files()
                .data(path, FileAccess.From.of(state, scene))
                .labels();
    }

    @Override
    public void path(EffectKind kind, Value path, Set<String> traits, Certainty certainty) {
        Circumstances circumstances = scene.less(certainty).circumstances(kind, span, traits);
        FileAccess.From from = FileAccess.From.of(state, scene);
        if (kind == EffectKind.FILE_READ) {
            data = data.then(
                    interpreter.work().files().read(path, from, circumstances).withoutText());
        } else if (kind == EffectKind.FILE_WRITE && data.labels().stream().anyMatch(KEPT::contains)) {
            interpreter.work().write(path, data, from, circumstances);
        } else {
            interpreter.work().log().path(kind, path, state.folder(), scene.paths(), circumstances);
        }
    }

    @Override
    public void host(
            EffectKind kind, Value urlOrHost, Set<String> traits, Set<DataLabel> carries, Certainty certainty) {
        Circumstances circumstances = scene.less(certainty).circumstances(kind, span, traits);
        interpreter
                .work()
                .log()
                .host(
                        kind,
                        urlOrHost,
                        Carrying.these(
                                circumstances, carries, interpreter.work().origin(data)));
        if (kind == EffectKind.NETWORK_FETCH) {
            data = data.then(Flow.labelled(Set.of(DataLabel.FETCHED), Optional.of(urlOrHost.display())));
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
    public void folder(Value path) {
        state.folder(scene.paths().resolve(path, state.folder()));
    }

    @Override
    public void link(Value path, Value target) {
        Links.symbolic(path, target, state, scene);
    }

    @Override
    public void code(String language, Value text) {
        code.text(new Argument(text, span), language, state.copy(), input, scene);
    }

    @Override
    public void notUnderstood(String what, String reason) {
        interpreter.notUnderstood(new Argument(Value.of(what), span), reason, scene);
    }

    @Override
    public void unreadable(String what, String reason) {
        if (!remembered) {
            notUnderstood(what, reason);
        }
    }
}
