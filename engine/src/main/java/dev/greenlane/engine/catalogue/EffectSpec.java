package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An effect as it is described.
 *
 * @param targets the first that is present is taken
 * @param when all must hold
 * @param conditionalTraits traits that are given only where the flag of that name is set
 */
record EffectSpec(
        EffectKind kind,
        List<Source> targets,
        List<Condition> when,
        Set<String> traits,
        List<ConditionalTrait> conditionalTraits,
        List<Carried> carries,
        boolean carriesInput,
        Certainty certainty,
        Optional<Reversibility> reversibility) {

    EffectSpec {
        targets = List.copyOf(targets);
        when = List.copyOf(when);
        traits = Set.copyOf(traits);
        conditionalTraits = List.copyOf(conditionalTraits);
        carries = List.copyOf(carries);
    }

    /** A trait and the number of the flag it hangs on. */
    record ConditionalTrait(String trait, int slot) {}

    /**
     * Data that goes out.
     *
     * @param asFile whether the values are names of files
     */
    record Carried(int slot, boolean asFile) {}
}
