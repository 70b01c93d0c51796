package dev.greenlane.engine.review;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.Understanding;
import java.util.EnumSet;
import java.util.Set;

/** What permission modes ask about effects. */
final class Effects {

    private static final Set<EffectKind> READS =
            EnumSet.of(EffectKind.FILE_READ, EffectKind.NETWORK_FETCH, EffectKind.DATABASE_READ, EffectKind.CLOUD_READ);
    private static final Set<EffectKind> NEUTRAL = EnumSet.of(EffectKind.RUNS_PROJECT_CODE, EffectKind.UNKNOWN);
    private static final Set<EffectKind> EDITS =
            EnumSet.of(EffectKind.FILE_READ, EffectKind.FILE_WRITE, EffectKind.FILE_DELETE);
    private static final Set<String> FILE_COMMANDS = Set.of("mkdir", "touch", "rm", "rmdir", "mv", "cp", "sed");

    private Effects() {}

    static boolean onlyReads(Effect effect) {
        return READS.contains(effect.kind());
    }

    /** Whether the effect surely changes something. */
    static boolean changes(Effect effect) {
        return !READS.contains(effect.kind()) && !NEUTRAL.contains(effect.kind());
    }

    /** Whether the call does no more than edit, move or remove named files inside the working directory. */
    static boolean editsOfTheProject(ToolCall call, Understanding understanding) {
        boolean files = understanding.effects().stream()
                .allMatch(effect -> EDITS.contains(effect.kind())
                        && effect instanceof Effect.OnPath onPath
                        && onPath.path().scope() == Scope.WORKSPACE);
        if (!files) {
            return false;
        }
        return !(call instanceof ToolCall.Shell)
                || understanding.invocations().stream()
                        .filter(command -> !command.effects().isEmpty())
                        .allMatch(Effects::isFileCommand);
    }

    private static boolean isFileCommand(Invocation command) {
        return !command.words().isEmpty()
                && command.words()
                        .get(0)
                        .known()
                        .filter(FILE_COMMANDS::contains)
                        .isPresent();
    }
}
