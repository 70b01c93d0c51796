package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.secrets.Secret;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathClasses;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns calls into their effects. Thread-safe, never throws: what goes wrong inside is an effect that was not understood.
 */
public final class Understander {

    private final ShellUnderstanding shell;
    private final PathClasses classes;
    private final SecretScanner secrets;

    public Understander(Catalogue catalogue, PathClasses classes, SecretScanner secrets) {
        this.shell = new ShellUnderstanding(catalogue, secrets);
        this.classes = classes;
        this.secrets = secrets;
    }

    /** With the knowledge that comes with Greenlane. */
    public static Understander load() {
        return new Understander(Catalogue.load(), PathClasses.load(), SecretScanner.load());
    }

    /**
     * What {@code call} would do.
     *
     * @param files sight of the files where the call is made
     */
    public Understanding understand(ToolCall call, Surroundings surroundings, Files files) {
        try {
            PathReader paths = new PathReader(classes, surroundings.workingDirectory(), surroundings.home());
            return understand(call, paths, files);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            EffectLog log = new EffectLog();
            Span whole = new Span(0, call.text().length());
            String reason = "could not be followed to its end (" + e.getClass().getSimpleName() + ")";
            log.notUnderstood(call.tool(), reason, EffectLog.plain(EffectKind.UNKNOWN, whole));
            return new Understanding(log.effects(), List.of(), Optional.empty());
        }
    }

    private Understanding understand(ToolCall call, PathReader paths, Files files) {
        if (call instanceof ToolCall.Shell command && command.dialect() == ToolCall.Dialect.POSIX) {
            ShellUnderstanding.Followed followed = shell.understand(command.command(), paths, files);
            return new Understanding(followed.effects(), followed.invocations(), Optional.of(followed.tree()));
        }
        EffectLog log = new EffectLog();
        Span whole = new Span(0, call.text().length());
        switch (call) {
            case ToolCall.Shell command ->
                unknown(log, command.tool(), "is a shell whose language is not read yet", whole);
            case ToolCall.ReadFile read -> path(log, EffectKind.FILE_READ, read.path(), paths, whole, Set.of());
            case ToolCall.WriteFile write -> {
                Set<String> traits = Set.of(write.whole() ? "overwrite" : "in-place");
                path(log, EffectKind.FILE_WRITE, write.path(), paths, whole, traits);
                write.changes().forEach(change -> secrets(log, change.added(), write.path(), whole));
            }
            case ToolCall.Patch patch ->
                PatchReader.read(
                        patch.text(),
                        (kind, path, span) -> path(
                                log,
                                kind,
                                path,
                                paths,
                                span,
                                kind == EffectKind.FILE_WRITE ? Set.of("in-place") : Set.of()));
            case ToolCall.Search search ->
                search.path()
                        .ifPresent(path -> path(log, EffectKind.FILE_READ, path, paths, whole, Set.of("filtered")));
            case ToolCall.Fetch fetch ->
                log.host(
                        EffectKind.NETWORK_FETCH,
                        Value.of(fetch.url()),
                        EffectLog.plain(EffectKind.NETWORK_FETCH, whole));
            case ToolCall.WebSearch search -> {}
            case ToolCall.Spawn spawn -> {}
            case ToolCall.Internal internal -> {}
            case ToolCall.Mcp tool -> unknown(log, tool.tool(), "is a tool whose effects nobody described", whole);
            case ToolCall.Unknown tool -> unknown(log, tool.tool(), "is a tool whose effects nobody described", whole);
            case ToolCall.Malformed tool ->
                unknown(log, tool.tool(), "has an input that cannot be read: " + tool.reason(), whole);
        }
        return new Understanding(log.effects(), List.of(), Optional.empty());
    }

    private static void path(
            EffectLog log, EffectKind kind, String path, PathReader paths, Span span, Set<String> traits) {
        Circumstances plain = EffectLog.plain(kind, span);
        Circumstances circumstances = new Circumstances(
                span, plain.certainty(), plain.reversibility(), plain.carries(), plain.place(), traits);
        log.path(kind, Value.of(path), paths.workspace(), paths, circumstances);
    }

    private void secrets(EffectLog log, String content, String path, Span span) {
        for (Secret secret : secrets.find(content)) {
            Value what = Value.of(secret.format() + " in " + path);
            log.name(EffectKind.SECRET_IN_CONTENT, what, EffectLog.plain(EffectKind.SECRET_IN_CONTENT, span));
        }
    }

    private static void unknown(EffectLog log, String what, String reason, Span span) {
        log.notUnderstood(what, reason, EffectLog.plain(EffectKind.UNKNOWN, span));
    }
}
