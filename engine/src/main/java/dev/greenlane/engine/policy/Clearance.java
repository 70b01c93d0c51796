package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.policy.condition.Condition;
import java.util.Set;

/**
 * An exception: effects to which soft rules do not apply. Immutable.
 *
 * @param id unique and stable, in kebab-case
 * @param title what it lets through
 * @param clears ids of rules, or names of families
 * @param kinds the kinds of effects it looks at; never empty
 * @param conditionText the condition as it was written; empty where it has none
 * @param examples only {@link Rule.Examples#passes()} and {@link Rule.Examples#blocks()}
 */
public record Clearance(
        String id,
        String title,
        Set<String> clears,
        Set<EffectKind> kinds,
        Condition condition,
        String conditionText,
        Rule.Examples examples) {

    public Clearance {
        clears = Set.copyOf(clears);
        kinds = Set.copyOf(kinds);
    }

    boolean covers(Rule rule) {
        return rule.strength() == Strength.SOFT && (clears.contains(rule.id()) || clears.contains(rule.family()));
    }
}
