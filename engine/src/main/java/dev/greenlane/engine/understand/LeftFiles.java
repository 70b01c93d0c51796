package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.engine.value.Value;
import java.util.Map;
import java.util.Optional;

/** What calls that are no command line leave in files for later calls. */
final class LeftFiles {

    private LeftFiles() {}

    static Trail by(ToolCall call, Sight sight) {
        if (!(call instanceof ToolCall.WriteFile write)) {
            return sight.trail().after(Map.of());
        }
        String path = sight.paths()
                .read(Value.of(write.path()), sight.paths().workspace())
                .text();
        return text(write, path, sight)
                .map(text -> sight.trail()
                        .after(Map.of(path, Content.of(text, sight.trail().calls()))))
                .orElseGet(() -> sight.trail().after(Map.of()));
    }

    /** What is in the file afterwards; empty where that is not known. */
    private static Optional<String> text(ToolCall.WriteFile write, String path, Sight sight) {
        if (write.whole()) {
            return write.changes().stream().findFirst().map(ToolCall.Change::added);
        }
        Optional<String> text = sight.trail().at(path).flatMap(Content::text).flatMap(Value::known);
        for (ToolCall.Change change : write.changes()) {
            text = text.map(before -> changed(before, change));
        }
        return text;
    }

    private static String changed(String before, ToolCall.Change change) {
        int at = before.indexOf(change.removed());
        return at < 0
                ? before
                : before.substring(0, at)
                        + change.added()
                        + before.substring(at + change.removed().length());
    }
}
