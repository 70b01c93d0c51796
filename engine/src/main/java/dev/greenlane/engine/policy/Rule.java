package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.policy.condition.Condition;
import java.util.List;
import java.util.Set;

/**
 * One thing that is not to happen unseen. Immutable.
 *
 * @param id unique and stable, in kebab-case
 * @param family what it belongs to: the name of the file it stands in
 * @param title what it stops, as a short sentence without an end mark
 * @param kinds the kinds of effects it looks at; never empty
 * @param condition what must hold for an effect of these kinds
 * @param written whether it also holds for code that the call writes into a file and that runs only when somebody runs it
 * @param conditionText the condition as it was written; empty where it has none
 * @param examples calls that show what it stops and what not
 */
public record Rule(
        String id,
        String family,
        String title,
        Strength strength,
        Decision decision,
        Set<EffectKind> kinds,
        Condition condition,
        String conditionText,
        boolean written,
        Advice advice,
        Examples examples) {

    public Rule {
        kinds = Set.copyOf(kinds);
    }

    /**
     * What is said when the rule applies.
     *
     * @param reason what is wrong; {@code {target}}, {@code {host}}, {@code {data}} and
     *     {@code {why}} stand for parts of the effect, {@code {said}} for the user's words about it, {@code {loss}} for what is lost
     * @param instead what to do instead; empty where there is nothing to say
     * @param consent what a person has to name for the rule to be cleared; empty for hard rules
     */
    public record Advice(String reason, String instead, String consent) {}

    /**
     * Calls that show what a rule does.
     *
     * @param blocks calls that the rule does not let through
     * @param passes calls that are allowed
     * @param instead calls that do what {@link Advice#instead()} says; they are allowed too
     */
    public record Examples(List<Example> blocks, List<Example> passes, List<Example> instead) {
        public Examples {
            blocks = List.copyOf(blocks);
            passes = List.copyOf(passes);
            instead = List.copyOf(instead);
        }
    }

    /**
     * What is wrong with {@code effect}, for the agent and the person.
     *
     * @param said the user's words about it; may be empty
     * @param loss what it would take with it
     */
    public String reason(Effect effect, String said, Loss loss) {
        return Words.fill(advice.reason(), effect, said, loss);
    }

    boolean tellsLoss() {
        return advice.reason().contains("{loss}");
    }

    /** What to do instead of {@code effect}; empty where there is nothing to say. */
    public String instead(Effect effect) {
        return Words.fill(advice.instead(), effect, "", Loss.NOT_LOOKED);
    }

    /** What a person has to name for this rule to be cleared; empty for hard rules. */
    public String consent(Effect effect) {
        return Words.fill(advice.consent(), effect, "", Loss.NOT_LOOKED);
    }

    boolean appliesTo(Effect effect, EffectSubject subject) {
        return (written || !effect.circumstances().traits().contains("if-run")) && condition.holdsFor(subject);
    }
}
