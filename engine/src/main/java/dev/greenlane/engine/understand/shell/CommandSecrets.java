package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.secrets.Secret;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Secrets that stand in the words of commands, and what becomes of them: published with a message, or seen by this machine. */
final class CommandSecrets {

    /** What puts its words where others read them. */
    private static final Set<EffectKind> PUBLISHED = EnumSet.of(
            EffectKind.COMMUNICATION,
            EffectKind.VCS_LOCAL_CHANGE,
            EffectKind.VCS_HISTORY_REWRITE,
            EffectKind.VCS_REMOTE_CHANGE,
            EffectKind.PACKAGE_PUBLISH);

    private CommandSecrets() {}

    /** Adds them to the log of {@code work}; {@code text} is the whole command line. */
    static void add(String text, Work work) {
        if (work.secrets().find(text).isEmpty()) {
            return;
        }
        for (Invocation command : work.invocations()) {
            for (Value word : command.words()) {
                for (Secret secret : work.secrets().find(word.display())) {
                    add(secret, command, work);
                }
            }
        }
    }

    private static void add(Secret secret, Invocation command, Work work) {
        List<Effect> effects = command.effects();
        boolean published = effects.stream().anyMatch(effect -> PUBLISHED.contains(effect.kind()));
        String program = command.words().get(0).display();
        Circumstances plain = EffectLog.plain(EffectKind.SECRET_IN_CONTENT, command.span());
        Set<String> traits = published ? Set.of() : Set.of("command-line");
        work.log()
                .name(
                        EffectKind.SECRET_IN_CONTENT,
                        Value.of(secret.format() + " in the words of " + ShellInterpreter.shortened(program)),
                        plain.with(traits));
    }
}
