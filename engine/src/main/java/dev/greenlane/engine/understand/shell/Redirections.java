package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Redirect;
import dev.greenlane.syntax.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The redirections of one command: what it reads instead of its input, and where its output goes. */
final class Redirections {

    private static final Set<String> STANDARD = Set.of("0", "1", "2");

    private final ShellInterpreter interpreter;
    private final ShellState state;
    private final Scene scene;
    private final List<Output> outputs = new ArrayList<>();
    private Flow input;

    private record Output(Value path, Redirect redirect, boolean append) {}

    private Redirections(ShellInterpreter interpreter, ShellState state, Flow input, Scene scene) {
        this.interpreter = interpreter;
        this.state = state;
        this.input = input;
        this.scene = scene;
    }

    static Redirections open(
            List<Redirect> redirects, ShellInterpreter interpreter, ShellState state, Flow input, Scene scene) {
        Redirections opened = new Redirections(interpreter, state, input, scene);
        redirects.forEach(opened::open);
        return opened;
    }

    Flow input() {
        return input;
    }

    private void open(Redirect redirect) {
        switch (redirect.operator()) {
            case INPUT -> takes(redirect, read(redirect));
            case READ_WRITE -> {
                takes(redirect, read(redirect));
                write(redirect, true);
            }
            case HERE_DOCUMENT, HERE_DOCUMENT_STRIPPED ->
                takes(redirect, redirect.body().map(this::document).orElse(Flow.UNKNOWN));
            case HERE_STRING ->
                takes(
                        redirect,
                        interpreter.work().flowOf(value(redirect.target()).then(Value.of("\n"))));
            case OUTPUT, CLOBBER, BOTH -> write(redirect, false);
            case APPEND, BOTH_APPEND -> write(redirect, true);
            case DUPLICATE_OUTPUT -> {
                String target = redirect.target().constant().orElse("");
                if (isDescriptor(target)) {
                    state.sink(target).ifPresent(path -> outputs.add(new Output(path, redirect, true)));
                } else {
                    write(redirect, false);
                }
            }
            case DUPLICATE_INPUT -> {
                String number = redirect.target().constant().orElse("");
                if (!isDescriptor(number)) {
                    value(redirect.target());
                }
                state.descriptor(number).ifPresent(flow -> takes(redirect, flow));
            }
        }
    }

    /** What comes from a redirection: standard input, or what another descriptor keeps for later. */
    private void takes(Redirect redirect, Flow flow) {
        String number = redirect.descriptor().orElse("0");
        if (number.equals("0")) {
            input = flow;
        } else {
            state.descriptor(number, flow);
        }
    }

    private static boolean isDescriptor(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isDigit(c) || c == '-');
    }

    private Value value(Word word) {
        return interpreter.expander(state, scene).withGlobs(word);
    }

    private Flow document(Word body) {
        return interpreter.work().flowOf(interpreter.expander(state, scene).single(body));
    }

    private Flow read(Redirect redirect) {
        Value path = value(redirect.target());
        Optional<Flow> substituted = path.known().flatMap(interpreter.work()::substituted);
        if (substituted.isPresent()) {
            return substituted.get();
        }
        if (isSocket(path)) {
            interpreter
                    .work()
                    .log()
                    .host(
                            EffectKind.NETWORK_FETCH,
                            socket(path),
                            scene.circumstances(EffectKind.NETWORK_FETCH, redirect.span()));
            return Flow.labelled(
                    Set.of(DataLabel.FETCHED), Optional.of(socket(path).display()));
        }
        Circumstances circumstances = scene.circumstances(EffectKind.FILE_READ, redirect.span());
        return interpreter.work().files().read(path, FileAccess.From.of(state, scene), circumstances);
    }

    private void write(Redirect redirect, boolean append) {
        Value path = value(redirect.target());
        redirect.descriptor()
                .filter(number -> !STANDARD.contains(number))
                .ifPresent(number -> state.sink(number, path));
        outputs.add(new Output(path, redirect, append));
    }

    /** Ends the command: its output goes where the redirections say; gives what is left for the pipe. */
    Flow close(Flow output) {
        Flow left = output;
        for (Output target : outputs) {
            boolean takesOutput = isStandardOutput(target.redirect());
            send(target, takesOutput ? output : Flow.EMPTY);
            left = takesOutput ? Flow.EMPTY : left;
        }
        return left;
    }

    private static boolean isStandardOutput(Redirect redirect) {
        return redirect.descriptor().isEmpty() || redirect.descriptor().get().equals("1");
    }

    private void send(Output target, Flow data) {
        if (target.path().known().flatMap(interpreter.work()::substituted).isPresent()) {
            boolean later = data.text().filter(Value.EMPTY::equals).isPresent();
            interpreter.work().substitutions().feed(target.path(), later ? Flow.UNKNOWN : data);
            return;
        }
        if (isSocket(target.path())) {
            toSocket(target, data);
            return;
        }
        Set<String> traits = Set.of(target.append() ? "append" : "overwrite");
        Circumstances circumstances =
                scene.circumstances(EffectKind.FILE_WRITE, target.redirect().span(), traits);
        interpreter.work().write(target.path(), data, FileAccess.From.of(state, scene), circumstances);
    }

    private void toSocket(Output target, Flow data) {
        Circumstances plain = scene.circumstances(
                EffectKind.NETWORK_SEND, target.redirect().span(), data.fromShell() ? Set.of("shell") : Set.of());
        interpreter
                .work()
                .log()
                .host(
                        EffectKind.NETWORK_SEND,
                        socket(target.path()),
                        Carrying.these(plain, dataOf(data), interpreter.work().origin(data)));
    }

    /** A socket that is opened without data of its own is there for data that comes later. */
    private static Set<DataLabel> dataOf(Flow data) {
        boolean none = data.text().filter(Value.EMPTY::equals).isPresent();
        return data.labels().isEmpty() && (none || data.text().isEmpty()) ? Set.of(DataLabel.UNKNOWN) : data.labels();
    }

    private static boolean isSocket(Value path) {
        return path.prefix().startsWith("/dev/tcp/") || path.prefix().startsWith("/dev/udp/");
    }

    /** {@code host:port} of a path {@code /dev/tcp/host/port}. */
    private static Value socket(Value path) {
        Value rest = path.withoutPrefix("/dev/tcp/".length());
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : rest.pieces()) {
            pieces.add(
                    piece instanceof Piece.Text text
                            ? new Piece.Text(text.text().replace('/', ':'))
                            : piece);
        }
        return new Value(pieces);
    }
}
