package dev.greenlane.engine.consent;

import dev.greenlane.engine.effect.Effect;

/** What the user has said or approved, asked about the effects of one call. Gives the same answer each time, never throws. */
@FunctionalInterface
public interface Consent {

    /** Nobody said anything. */
    Consent NONE = (effect, rule) -> Opinion.UNSAID;

    /**
     * What the user wants of {@code effect}.
     *
     * @param rule the id of the soft rule that is in the way; empty where none is, and only a prohibition would matter
     */
    Opinion on(Effect effect, String rule);

    /** Whether the user has approved just this effect of just this call, so that what they said before does not count. */
    default boolean insists(Effect effect, String rule) {
        return false;
    }
}
