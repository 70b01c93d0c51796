package dev.greenlane.engine.consent.grant;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the acts of one call. A file on this machine is known by its path, and so is a page by its address. A branch, a table
 * or a service is known by its name among the words of a command, in a folder, with the variables that are set before it:
 * the same name elsewhere is another thing. What is not known at all is known by the whole call. Not thread-safe.
 */
public final class Acts {

    /** Deeds that differ although kind and target agree: what is run, written or said makes the difference. */
    private static final Set<EffectKind> WHOLE_CALL = EnumSet.of(
            EffectKind.UNKNOWN,
            EffectKind.RUNS_GIVEN_CODE,
            EffectKind.RUNS_FETCHED_CODE,
            EffectKind.REMOTE_EXECUTION,
            EffectKind.AGENT_LAUNCH,
            EffectKind.PERSISTENCE,
            EffectKind.PRIVILEGE_CHANGE,
            EffectKind.SECURITY_WEAKEN,
            EffectKind.SECRET_IN_CONTENT,
            EffectKind.CREDENTIAL_CHANGE,
            EffectKind.GUARD_CHANGE);

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh");
    private static final Set<String> STATE = Set.of(
            "", "cd", "pushd", "popd", "export", "declare", "typeset", "set", "unset", "source", ".", "alias", "eval");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])[A-Za-z_]\\w*=[^\\s;&|]*");
    private static final int DIGEST_BYTES = 16;

    /** Loaded when the first grant is compared or made. */
    private static final class Redaction {
        static final SecretScanner SECRETS = SecretScanner.load();
    }

    private final ToolCall call;
    private final Surroundings place;
    private final Understanding understanding;
    private @Nullable String state;

    public Acts(ToolCall call, Surroundings place, Understanding understanding) {
        this.call = call;
        this.place = place;
        this.understanding = understanding;
    }

    /** All acts of the call. */
    public List<Act> all() {
        return understanding.all().stream().map(this::of).distinct().toList();
    }

    /** The act that an effect of the call is. */
    public Act of(Effect effect) {
        Circumstances at = effect.circumstances();
        return new Act(
                effect.kind(),
                bare(target(effect)),
                at.place(),
                at.reversibility(),
                at.traits(),
                at.carries(),
                at.origin().map(origin -> bare(origin.source())),
                where(effect));
    }

    private static String target(Effect effect) {
        String target = effect.target();
        return effect instanceof Effect.OnHost && target.endsWith("/")
                ? target.substring(0, target.length() - 1)
                : target;
    }

    private Optional<String> where(Effect effect) {
        if (WHOLE_CALL.contains(effect.kind()) || !isKnown(effect)) {
            return Optional.of(wholeCall());
        }
        boolean here = effect.circumstances().place() == Place.HERE;
        boolean saysAll = effect instanceof Effect.OnPath || effect.kind() == EffectKind.NETWORK_FETCH;
        return here && saysAll ? Optional.empty() : Optional.of(words(effect).orElseGet(this::wholeCall));
    }

    private static boolean isKnown(Effect effect) {
        return switch (effect) {
            case Effect.OnPath on ->
                !on.target().startsWith(".")
                        && (on.path().knowledge() == Knowledge.EXACT
                                || on.path().knowledge() == Knowledge.PATTERN);
            case Effect.OnHost on ->
                !on.endpoint().host().isEmpty() && !on.target().contains("$");
            case Effect.OnName on -> on.known() && !on.target().isEmpty();
            case Effect.NotUnderstood unknown -> false;
        };
    }

    /** The words beside the flags of every command that has this effect; empty where one of them is not known. */
    private Optional<String> words(Effect effect) {
        List<String> words = new ArrayList<>();
        for (Invocation command : understanding.invocations()) {
            if (!command.effects().contains(effect) || isShell(command)) {
                continue;
            }
            words.add("\n");
            for (Value word : command.words()) {
                Optional<String> text = word.known();
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                beside(text.get()).ifPresent(words::add);
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(digest(String.join("\u0000", words) + state()));
    }

    /** A word, or what a flag is set to. */
    private static Optional<String> beside(String word) {
        int equals = word.indexOf('=');
        boolean flag = word.startsWith("-") && word.length() > 1;
        return !flag ? Optional.of(word) : equals > 0 ? Optional.of(word.substring(equals + 1)) : Optional.empty();
    }

    private static boolean isShell(Invocation command) {
        return program(command).filter(SHELLS::contains).isPresent();
    }

    private static Optional<String> program(Invocation command) {
        return command.words().isEmpty()
                ? Optional.empty()
                : command.words().get(0).known().map(word -> word.substring(word.lastIndexOf('/') + 1));
    }

    /** The folder, and what the call itself changes of folder and variables. */
    private String state() {
        String known = state;
        if (known != null) {
            return known;
        }
        StringBuilder text =
                new StringBuilder("\u0000in ").append(place.workingDirectory().orElse(""));
        for (Invocation command : understanding.invocations()) {
            if (command.effects().isEmpty()
                    && program(command).filter(STATE::contains).isPresent()) {
                command.words().forEach(word -> text.append('\u0000').append(word.display()));
            }
        }
        Matcher set = ASSIGNMENT.matcher(call.text());
        while (set.find()) {
            text.append('\u0000').append(set.group());
        }
        state = text.toString();
        return text.toString();
    }

    private String wholeCall() {
        return digest(call + "\u0000" + place.workingDirectory().orElse(""));
    }

    /** Text without secrets; with a digest where it had any, so that another secret is another text. */
    private static String bare(String text) {
        String bare = Redaction.SECRETS.redact(text);
        return bare.equals(text) ? text : bare + "#" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
