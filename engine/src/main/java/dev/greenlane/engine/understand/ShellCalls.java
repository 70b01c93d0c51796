package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import java.util.function.Predicate;

/** Calls that run a command line, by the language it is written in. */
final class ShellCalls {

    private final ShellUnderstanding shells;

    ShellCalls(ShellUnderstanding shells) {
        this.shells = shells;
    }

    Understanding run(ToolCall.Shell call, Sight sight) {
        ShellUnderstanding.Followed followed = switch (call.dialect()) {
            case POSIX -> posix(call.command(), sight);
            case POWERSHELL -> other(call.command(), "powershell", Certainty.CERTAIN, sight.windows());
            case CMD -> other(call.command(), "batch", Certainty.CERTAIN, sight.windows());
        };
        return understanding(followed);
    }

    private ShellUnderstanding.Followed posix(String command, Sight sight) {
        ShellUnderstanding.Followed posix = shells.understand(command, sight.paths(), sight.files(), sight.trail());
        Predicate<Effect> powershell = effect -> PowershellInShell.isNothingElse(effect, command);
        if (posix.effects().stream().noneMatch(Effect.NotUnderstood.class::isInstance)
                || !PowershellInShell.isEvident(command)
                || posix.effects().stream().noneMatch(powershell)) {
            return posix;
        }
        Sight behind = sight.windows().behind(posix.trail());
        ShellUnderstanding.Followed other = other(command, "powershell", Certainty.POSSIBLE, behind);
        return other.behind(posix, powershell);
    }

    /** Understands code that stands in a call. */
    Understanding code(String code, String language, Sight sight) {
        return understanding(other(code, language, Certainty.CERTAIN, sight));
    }

    private ShellUnderstanding.Followed other(String code, String language, Certainty certainty, Sight sight) {
        return shells.understand(code, language, certainty, sight.paths(), sight.files(), sight.trail());
    }

    private static Understanding understanding(ShellUnderstanding.Followed followed) {
        return new Understanding(
                followed.effects(), followed.written(), followed.invocations(), followed.tree(), followed.trail());
    }
}
