package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import java.util.Map;
import java.util.Optional;

/** Calls that run a command line, by the language it is written in. */
final class ShellCalls {

    private final ShellUnderstanding posix;

    ShellCalls(Catalogue catalogue, SecretScanner secrets) {
        this.posix = new ShellUnderstanding(catalogue, secrets);
    }

    Understanding run(ToolCall.Shell call, Sight sight) {
        return switch (call.dialect()) {
            case POSIX -> posix(call, sight);
            case POWERSHELL, CMD -> {
                CallLog log = new CallLog(call);
                log.notUnderstood("is a shell whose language is not read yet");
                yield log.understanding().leaving(sight.trail().after(Map.of()));
            }
        };
    }

    private Understanding posix(ToolCall.Shell call, Sight sight) {
        ShellUnderstanding.Followed followed =
                posix.understand(call.command(), sight.paths(), sight.files(), sight.trail());
        return new Understanding(
                followed.effects(), followed.invocations(), Optional.of(followed.tree()), followed.trail());
    }
}
