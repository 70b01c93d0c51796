package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Effect;
import java.util.Optional;

/**
 * A rule that applies to an effect.
 *
 * @param clearedBy the exception for which the rule does not count
 */
public record Finding(Rule rule, Effect effect, Optional<Clearance> clearedBy) {

    /** Whether the rule counts. */
    public boolean counts() {
        return clearedBy.isEmpty();
    }

    /** What the rule says here: where nobody knows whether the effect comes about, a soft denial is a question. */
    public Decision decision() {
        boolean doubtful = rule.strength() == Strength.SOFT
                && rule.decision() == Decision.DENY
                && effect.circumstances().certainty() == Certainty.POSSIBLE;
        return doubtful ? Decision.ASK : rule.decision();
    }

    /** What is wrong, for the agent and the person. */
    public String reason() {
        return rule.reason(effect);
    }

    /** What to do instead; empty where there is nothing to say. */
    public String instead() {
        return rule.instead(effect);
    }

    /** What a person has to name to clear it; empty where nothing clears it. */
    public String consent() {
        return rule.consent(effect);
    }
}
