package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.languages.CodeReaders;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what a reader tells, one line each: what, target, +traits, <labels, and how sure where it is not certain. */
final class Heard implements CodeSink {

    private final List<String> lines = new ArrayList<>();

    private Heard() {}

    static List<String> of(String language, Value code) {
        Heard heard = new Heard();
        CodeReaders.forLanguage(language)
                .orElseThrow()
                .read(code, new Span(0, code.display().length()), heard);
        return heard.lines;
    }

    static List<String> of(String language, String code) {
        return of(language, Value.of(code));
    }

    private void add(String kind, Value target, Set<String> traits, Set<DataLabel> labels, Certainty certainty) {
        StringBuilder line = new StringBuilder(kind).append(' ').append(target.display());
        new TreeSet<>(traits).forEach(trait -> line.append(" +").append(trait));
        new TreeSet<>(labels)
                .forEach(label -> line.append(" <").append(label.name().toLowerCase(java.util.Locale.ROOT)));
        if (certainty != Certainty.CERTAIN) {
            line.append(' ').append(certainty.name().toLowerCase(java.util.Locale.ROOT));
        }
        lines.add(line.toString().strip());
    }

    @Override
    public void path(EffectKind kind, Value path, Set<String> traits, Certainty certainty) {
        if (!Effect.OnPath.KINDS.contains(kind)) {
            throw new AssertionError(kind + " is on no path");
        }
        add(kind.id(), path, traits, Set.of(), certainty);
    }

    @Override
    public void host(
            EffectKind kind, Value urlOrHost, Set<String> traits, Set<DataLabel> carries, Certainty certainty) {
        if (!Effect.OnHost.KINDS.contains(kind)) {
            throw new AssertionError(kind + " is on no host");
        }
        add(kind.id(), urlOrHost, traits, carries, certainty);
    }

    @Override
    public void name(EffectKind kind, Value name, Set<String> traits, Certainty certainty) {
        if (Effect.OnPath.KINDS.contains(kind) || Effect.OnHost.KINDS.contains(kind)) {
            throw new AssertionError(kind + " is on no name");
        }
        add(kind.id(), name, traits, Set.of(), certainty);
    }

    @Override
    public void shell(Value commandLine) {
        lines.add("shell " + commandLine.display());
    }

    @Override
    public void command(List<Value> words) {
        lines.add("command " + words.stream().map(Value::display).toList());
    }

    @Override
    public void code(String language, Value code) {
        lines.add(language + " " + code.display());
    }

    @Override
    public Set<DataLabel> dataIn(Value path) {
        return path.display().contains("/") ? Set.of(DataLabel.PRIVATE) : Set.of(DataLabel.PROJECT);
    }

    @Override
    public void notUnderstood(String what, String reason) {
        lines.add("? " + what + " " + reason);
    }
}
