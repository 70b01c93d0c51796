package dev.greenlane.engine.understand.languages;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands on what is new, and up to a limit. */
final class Once implements CodeSink {

    private static final int MOST = 400;

    private final CodeSink sink;
    private final Set<List<?>> told = new HashSet<>();
    private int count;

    Once(CodeSink sink) {
        this.sink = sink;
    }

    @Override
    public void path(EffectKind kind, Value path, Set<String> traits, Certainty certainty) {
        if (isNew(List.of(kind, path, traits, certainty))) {
            sink.path(kind, path, traits, certainty);
        }
    }

    @Override
    public void host(
            EffectKind kind, Value urlOrHost, Set<String> traits, Set<DataLabel> carries, Certainty certainty) {
        if (isNew(List.of(kind, urlOrHost, traits, carries, certainty))) {
            sink.host(kind, urlOrHost, traits, carries, certainty);
        }
    }

    @Override
    public void name(EffectKind kind, Value name, Set<String> traits, Certainty certainty) {
        if (isNew(List.of(kind, name, traits, certainty))) {
            sink.name(kind, name, traits, certainty);
        }
    }

    @Override
    public void shell(Value commandLine) {
        if (isNew(List.of(commandLine))) {
            sink.shell(commandLine);
        }
    }

    @Override
    public void command(List<Value> words) {
        if (isNew(List.of("command", words))) {
            sink.command(words);
        }
    }

    @Override
    public void folder(Value path) {
        told.clear();
        sink.folder(path);
    }

    @Override
    public void link(Value path, Value target) {
        told.clear();
        sink.link(path, target);
    }

    @Override
    public void code(String language, Value code) {
        if (isNew(List.of(language, code))) {
            sink.code(language, code);
        }
    }

    @Override
    public Set<DataLabel> dataIn(Value path) {
        return sink.dataIn(path);
    }

    @Override
    public void notUnderstood(String what, String reason) {
        if (isNew(List.of(what, reason))) {
            sink.notUnderstood(what, reason);
        }
    }

    @Override
    public void unreadable(String what, String reason) {
        if (isNew(List.of(what, reason))) {
            sink.unreadable(what, reason);
        }
    }

    private boolean isNew(List<?> what) {
        if (count > MOST || !told.add(what)) {
            return false;
        }
        if (++count > MOST) {
            sink.notUnderstood("code", "does more than can be told");
            return false;
        }
        return true;
    }
}
