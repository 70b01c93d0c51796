package dev.greenlane.engine.policy.condition;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.effect.PathTarget.Scope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that variables can hold, so that a misspelt one is found when a policy is read.
 *
 * @param traits what {@code effect.traits} can hold
 * @param pathClasses what {@code path.classes} can hold
 */
public record Vocabulary(Set<String> traits, Set<String> pathClasses) {

    private static final Set<String> KINDS =
            Arrays.stream(EffectKind.values()).map(EffectKind::id).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CERTAINTIES = Kebab.all(Certainty.class);
    private static final Set<String> REVERSIBLE = Set.of("yes", "work", "no");
    private static final Set<String> LABELS = Kebab.all(DataLabel.class);
    private static final Set<String> PLACES = Kebab.all(Place.class);
    private static final Set<String> SCOPES = Kebab.all(Scope.class);
    private static final Set<String> KNOWLEDGE = Kebab.all(Knowledge.class);
    private static final Set<String> REACHES = Kebab.all(Reach.class);

    public Vocabulary {
        traits = Set.copyOf(traits);
        pathClasses = Set.copyOf(pathClasses);
    }

    /** The words of one variable; empty where it can hold any text. */
    public Optional<Set<String>> of(Variable variable) {
        return switch (variable) {
            case EFFECT_KIND -> Optional.of(KINDS);
            case EFFECT_CERTAINTY -> Optional.of(CERTAINTIES);
            case EFFECT_REVERSIBLE -> Optional.of(REVERSIBLE);
            case EFFECT_CARRIES -> Optional.of(LABELS);
            case EFFECT_PLACE -> Optional.of(PLACES);
            case EFFECT_TRAITS -> Optional.of(traits);
            case PATH_SCOPE -> Optional.of(SCOPES);
            case PATH_KNOWLEDGE -> Optional.of(KNOWLEDGE);
            case PATH_CLASSES -> Optional.of(pathClasses);
            case HOST_REACH -> Optional.of(REACHES);
            default -> Optional.empty();
        };
    }
}
