package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a sink what the code does, as sure as the place where it stands and from the folder it is in. */
final class Report {

    private final CodeSink sink;
    private Certainty certainty = Certainty.CERTAIN;
    private Value folder = Value.EMPTY;

    Report(CodeSink sink) {
        this.sink = sink;
    }

    CodeSink sink() {
        return sink;
    }

    /** Does something that is no surer than {@code ceiling}. */
    void atMost(Certainty ceiling, Runnable what) {
        Certainty before = certainty;
        certainty = less(before, ceiling);
        try {
            what.run();
        } finally {
            certainty = before;
        }
    }

    /** The code goes to another folder. */
    void enter(Value path) {
        folder = at(path);
    }

    /** Does something in another folder. */
    void in(Value path, Runnable what) {
        Value before = folder;
        folder = at(path);
        try {
            what.run();
        } finally {
            folder = before;
        }
    }

    void path(EffectKind kind, Value path, Set<String> traits, Certainty ceiling) {
        Value at = at(path);
        Certainty sure = less(certainty, ceiling);
        Set<String> all = new HashSet<>(traits);
        if (at.hasGlob() && certainty == Certainty.LIKELY) {
            all.add("filtered");
        }
        sink.path(kind, at, all, sure);
    }

    void link(Value path, Value target) {
        sink.link(at(path), target);
    }

    void host(EffectKind kind, Value host, Set<String> traits, Set<DataLabel> carries, Certainty ceiling) {
        Certainty sure = less(certainty, ceiling);
        sink.host(kind, host, traits, carries, sure);
    }

    void name(EffectKind kind, Value name, Set<String> traits, Certainty ceiling) {
        Certainty sure = less(certainty, ceiling);
        sink.name(kind, name, traits, sure);
    }

    void shell(Value commandLine) {
        Value line = folder.equals(Value.EMPTY)
                ? commandLine
                : Value.of("cd ").then(quoted(folder)).then(Value.of(" && ")).then(commandLine);
        sink.shell(line);
    }

    void command(List<Value> words) {
        if (!folder.equals(Value.EMPTY)) {
            Value line = Value.EMPTY;
            for (Value word : words) {
                line = line.then(Value.of(line.equals(Value.EMPTY) ? "" : " ")).then(quoted(word));
            }
            shell(line);
        } else {
            sink.command(words);
        }
    }

    void code(String language, Value code) {
        sink.code(language, code);
    }

    void unreadable(String what, String reason) {
        sink.unreadable(what, reason);
    }

    void notUnderstood(String what, String reason) {
        sink.notUnderstood(what, reason);
    }

    private static Certainty less(Certainty one, Certainty other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** A path seen from the folder that the code is in. */
    private Value at(Value path) {
        if (folder.equals(Value.EMPTY) || isAbsolute(path)) {
            return path;
        }
        String prefix = folder.known().orElse("");
        return folder.then(Value.of(prefix.endsWith("/") ? "" : "/")).then(path);
    }

    private static boolean isAbsolute(Value path) {
        return path.prefix().startsWith("/")
                || path.prefix().startsWith("~")
                || !path.pieces().isEmpty() && path.pieces().get(0) instanceof Piece.Hole;
    }

    /** A value as one word of a command line. */
    private static Value quoted(Value value) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Text text && !isPlain(text.text())) {
                pieces.add(new Piece.Text("'" + text.text().replace("'", "'\\''") + "'"));
            } else {
                pieces.add(piece);
            }
        }
        return pieces.isEmpty() ? Value.of("''") : new Value(pieces);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-~:=@%+,".indexOf(c) >= 0);
    }

    /** The first known word of a command, without its folder. */
    static Optional<String> program(List<Value> words) {
        return words.isEmpty()
                ? Optional.empty()
                : words.get(0)
                        .known()
                        .map(word -> word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1));
    }
}
