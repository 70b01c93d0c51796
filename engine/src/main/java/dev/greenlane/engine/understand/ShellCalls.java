package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import dev.greenlane.engine.understand.target.PathReader;

/** Calls that run a command line, by the language it is written in. */
final class ShellCalls {

    private final ShellUnderstanding shells;

    ShellCalls(ShellUnderstanding shells) {
        this.shells = shells;
    }

    Understanding run(ToolCall.Shell call, Sight sight) {
        PathReader paths = sight.paths();
        ShellUnderstanding.Followed followed = switch (call.dialect()) {
            case POSIX -> shells.understand(call.command(), paths, sight.files(), sight.trail());
            case POWERSHELL ->
                shells.understand(call.command(), "powershell", paths.windows(), sight.files(), sight.trail());
            case CMD -> shells.understand(call.command(), "batch", paths.windows(), sight.files(), sight.trail());
        };
        return understanding(followed);
    }

    /** Understands code that stands in a call. */
    Understanding code(String code, String language, Sight sight) {
        ShellUnderstanding.Followed followed =
                shells.understand(code, language, sight.paths(), sight.files(), sight.trail());
        return understanding(followed);
    }

    private static Understanding understanding(ShellUnderstanding.Followed followed) {
        return new Understanding(
                followed.effects(), followed.written(), followed.invocations(), followed.tree(), followed.trail());
    }
}
