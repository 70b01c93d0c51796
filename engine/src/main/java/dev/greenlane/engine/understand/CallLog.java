package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The effects of a call that is no command line; where nothing else is said, the whole call has them. */
final class CallLog {

    private final EffectLog log = new EffectLog();
    private final String tool;
    private final Span whole;

    CallLog(ToolCall call) {
        this.tool = call.tool();
        this.whole = new Span(0, call.text().length());
    }

    Span whole() {
        return whole;
    }

    void path(EffectKind kind, String path, PathReader paths, Span span, Set<String> traits) {
        log.path(
                kind,
                Value.of(path),
                paths.workspace(),
                paths,
                EffectLog.plain(kind, span).with(traits));
    }

    EffectLog effects() {
        return log;
    }

    void host(EffectKind kind, String address, Set<DataLabel> carries) {
        log.host(kind, Value.of(address), EffectLog.plain(kind, whole).carrying(carries, Optional.empty()));
    }

    void name(EffectKind kind, String name) {
        name(kind, name, Set.of());
    }

    void name(EffectKind kind, String name, Set<String> traits) {
        log.name(kind, Value.of(name), circumstances(kind, traits));
    }

    /** Adds what something inside the call does, as done by the whole call. */
    void add(Effect effect) {
        log.add(effect, whole);
    }

    private Circumstances circumstances(EffectKind kind, Set<String> traits) {
        return EffectLog.plain(kind, whole).with(traits);
    }

    /** The tool as a whole was not understood; {@code reason} is a clause that follows its name. */
    void notUnderstood(String reason) {
        notUnderstood(reason, Set.of());
    }

    void notUnderstood(String reason, Set<String> traits) {
        log.notUnderstood(tool, reason, circumstances(EffectKind.UNKNOWN, traits));
    }

    Understanding understanding() {
        return new Understanding(log.effects(), log.written(), List.of(), Optional.empty(), Trail.NONE);
    }
}
