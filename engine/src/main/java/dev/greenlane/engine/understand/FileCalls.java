package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that read, write and search files. */
final class FileCalls {

    /** Bytes of an existing file that are read to see what an edit changes. */
    private static final int LARGEST_FILE = 256 * 1024;

    private final ShellUnderstanding shell;

    FileCalls(ShellUnderstanding shell) {
        this.shell = shell;
    }

    Understanding read(ToolCall.ReadFile call, Sight sight) {
        CallLog log = new CallLog(call);
        log.path(EffectKind.FILE_READ, call.path(), sight.paths(), log.whole(), Set.of());
        return log.understanding();
    }

    Understanding write(ToolCall.WriteFile call, Sight sight) {
        CallLog log = new CallLog(call);
        if (call.whole()) {
            String after = String.join(
                    "", call.changes().stream().map(ToolCall.Change::added).toList());
            String before = existing(call.path(), sight).orElse("");
            change(call.path(), before, after, "overwrite", log.whole(), sight, log);
        } else {
            edit(call.path(), call.changes(), log.whole(), sight, log);
        }
        return log.understanding();
    }

    private void edit(String path, List<ToolCall.Change> changes, Span span, Sight sight, CallLog log) {
        Optional<String> whole = existing(path, sight);
        Optional<String> edited = whole.flatMap(text -> edited(text, changes));
        String before = edited.isPresent()
                ? whole.orElse("")
                : joined(changes.stream().map(ToolCall.Change::removed).toList());
        String after = edited.orElseGet(
                () -> joined(changes.stream().map(ToolCall.Change::added).toList()));
        change(path, before, after, "in-place", span, sight, log);
    }

    /** The text with all changes made; empty where one of them does not fit. */
    private static Optional<String> edited(String text, List<ToolCall.Change> changes) {
        String result = text;
        for (ToolCall.Change change : changes) {
            int at = change.removed().isEmpty() ? -1 : result.indexOf(change.removed());
            if (at < 0) {
                return Optional.empty();
            }
            result = result.substring(0, at)
                    + change.added()
                    + result.substring(at + change.removed().length());
        }
        return Optional.of(result);
    }

    private static String joined(List<String> pieces) {
        return String.join("\n", pieces);
    }

    private void change(String path, String before, String after, String trait, Span span, Sight sight, CallLog log) {
        PathReader.Located file =
                sight.paths().locate(Value.of(path), sight.paths().workspace());
        Circumstances circumstances =
                EffectLog.plain(EffectKind.FILE_WRITE, span).with(Set.of(trait));
        log.effects().path(EffectKind.FILE_WRITE, file, circumstances, true);
        shell.written(file, before, after, circumstances, sight.paths(), sight.files(), log.effects());
    }

    private static Optional<String> existing(String path, Sight sight) {
        return sight.paths()
                .absolute(Value.of(path), sight.paths().workspace())
                .flatMap(at -> sight.files().text(at, LARGEST_FILE));
    }

    Understanding patch(ToolCall.Patch call, Sight sight) {
        CallLog log = new CallLog(call);
        for (PatchReader.FileChange change : PatchReader.read(call.text())) {
            patch(change, sight, log);
        }
        return log.understanding();
    }

    private void patch(PatchReader.FileChange file, Sight sight, CallLog log) {
        switch (file) {
            case PatchReader.Added added -> change(added.path(), "", added.text(), "create", added.span(), sight, log);
            case PatchReader.Deleted deleted ->
                log.path(EffectKind.FILE_DELETE, deleted.path(), sight.paths(), deleted.span(), Set.of());
            case PatchReader.Updated updated -> edit(updated.path(), updated.changes(), updated.span(), sight, log);
            case PatchReader.Moved moved -> move(moved, sight, log);
        }
    }

    /** Moving takes the content along: it is new where it goes. */
    private void move(PatchReader.Moved moved, Sight sight, CallLog log) {
        log.path(EffectKind.FILE_DELETE, moved.from(), sight.paths(), moved.span(), Set.of("move"));
        String added =
                joined(moved.changes().stream().map(ToolCall.Change::added).toList());
        Optional<String> whole = existing(moved.from(), sight)
                .map(text -> edited(text, moved.changes()).orElse(text));
        if (whole.isEmpty() && moved.changes().isEmpty()) {
            log.path(EffectKind.FILE_WRITE, moved.to(), sight.paths(), moved.span(), Set.of("overwrite"));
        } else {
            change(moved.to(), "", whole.orElse(added), "overwrite", moved.span(), sight, log);
        }
    }

    Understanding search(ToolCall.Search call, Sight sight) {
        CallLog log = new CallLog(call);
        call.path()
                .ifPresent(
                        path -> log.path(EffectKind.FILE_READ, path, sight.paths(), log.whole(), Set.of("filtered")));
        return log.understanding();
    }
}
