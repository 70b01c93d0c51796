package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.EffectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call that matters does; {@code javascript.yaml} explains the fields. Words name arguments: {@code 1} the first,
 * {@code 2...} the second and all behind it, {@code self} the object, a name an option.
 */
record Mark(
        List<Does> does,
        List<String> runs,
        List<String> http,
        List<String> body,
        List<String> opens,
        List<String> listens,
        List<String> gives,
        Optional<String> connects,
        Optional<String> evaluates,
        Optional<String> recursive,
        Optional<String> unclear) {

    /** Stands behind an argument in whose place comes the current value of the loop around. */
    static final String TOPIC = "|=$_";

    /** Whether it does something without any argument, to the current value of the loop around. */
    boolean hasTopic() {
        return does.stream().anyMatch(effect -> effect.target().endsWith(TOPIC));
    }

    /**
     * One effect.
     *
     * @param carries arguments whose data is sent
     */
    record Does(EffectKind kind, String target, Set<String> traits, List<String> carries) {}
}
