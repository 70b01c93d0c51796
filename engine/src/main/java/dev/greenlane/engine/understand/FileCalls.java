package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.secrets.Secret;
import dev.greenlane.engine.secrets.SecretScanner;
import java.util.Set;

/** Calls that read, write and search files. */
final class FileCalls {

    private final SecretScanner secrets;

    FileCalls(SecretScanner secrets) {
        this.secrets = secrets;
    }

    Understanding read(ToolCall.ReadFile call, Sight sight) {
        CallLog log = new CallLog(call);
        log.path(EffectKind.FILE_READ, call.path(), sight.paths(), log.whole(), Set.of());
        return log.understanding();
    }

    Understanding write(ToolCall.WriteFile call, Sight sight) {
        CallLog log = new CallLog(call);
        Set<String> traits = Set.of(call.whole() ? "overwrite" : "in-place");
        log.path(EffectKind.FILE_WRITE, call.path(), sight.paths(), log.whole(), traits);
        call.changes().forEach(change -> secrets(log, change.added(), call.path()));
        return log.understanding();
    }

    Understanding patch(ToolCall.Patch call, Sight sight) {
        CallLog log = new CallLog(call);
        PatchReader.read(
                call.text(),
                (kind, path, span) -> log.path(
                        kind,
                        path,
                        sight.paths(),
                        span,
                        kind == EffectKind.FILE_WRITE ? Set.of("in-place") : Set.of()));
        return log.understanding();
    }

    Understanding search(ToolCall.Search call, Sight sight) {
        CallLog log = new CallLog(call);
        call.path()
                .ifPresent(
                        path -> log.path(EffectKind.FILE_READ, path, sight.paths(), log.whole(), Set.of("filtered")));
        return log.understanding();
    }

    private void secrets(CallLog log, String content, String path) {
        for (Secret secret : secrets.find(content)) {
            log.name(EffectKind.SECRET_IN_CONTENT, secret.format() + " in " + path);
        }
    }
}
