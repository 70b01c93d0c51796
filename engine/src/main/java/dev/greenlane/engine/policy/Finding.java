package dev.greenlane.engine.policy;

import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import java.util.Optional;

/**
 * A rule that applies to an effect.
 *
 * @param clearedBy the exception for which the rule does not count
 * @param opinion what the user wants of the effect; nothing where the rule is hard
 * @param loss what the effect would take with it; not looked at where the rule does not tell it
 */
public record Finding(Rule rule, Effect effect, Optional<Clearance> clearedBy, Opinion opinion, Loss loss) {

    /** Whether the rule counts. */
    public boolean counts() {
        return clearedBy.isEmpty() && !(opinion instanceof Opinion.Given);
    }

    /**
     * What the rule says here. Where nobody knows whether the effect comes about, a soft denial is a question; where nobody knows
     * whether it is what the user meant, a soft rule cannot tell; what waits for a word of the user is a question.
     */
    public Decision decision() {
        boolean soft = rule.strength() == Strength.SOFT;
        if (soft && opinion instanceof Opinion.Unbound unbound) {
            return unbound.waits() ? Decision.ASK : Decision.UNDECIDED;
        }
        boolean doubtful =
                rule.decision() == Decision.DENY && effect.circumstances().certainty() == Certainty.POSSIBLE;
        return soft && doubtful ? Decision.ASK : rule.decision();
    }

    /** What is wrong, for the agent and the person. */
    public String reason() {
        return switch (opinion) {
            case Opinion.Beyond(String quote, String why) -> rule.reason(effect, quote, loss) + " " + why;
            case Opinion.Unbound(String quote, String why, boolean waits) ->
                rule.reason(effect, quote, loss) + " " + why;
            case Opinion.Asked(String quote) -> rule.reason(effect, quote, loss) + " That was a question.";
            case Opinion.Forbidden(String quote) -> rule.reason(effect, quote, loss);
            case Opinion.Unsaid unsaid -> rule.reason(effect, "", loss);
            case Opinion.Given given -> rule.reason(effect, given.quote(), loss);
        };
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
