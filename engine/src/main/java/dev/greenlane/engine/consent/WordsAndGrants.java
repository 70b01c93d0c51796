package dev.greenlane.engine.consent;

import dev.greenlane.engine.effect.Effect;

/**
 * Both ways of consent. Where the words do not allow, a grant may. A prohibition in words stands against grants, except for one
 * that was given for just this call.
 */
public record WordsAndGrants(Consent words, Consent grants) implements Consent {

    @Override
    public Opinion on(Effect effect, String rule) {
        Opinion said = words.on(effect, rule);
        if (said instanceof Opinion.Forbidden && grants.insists(effect, rule)) {
            return grants.on(effect, rule);
        }
        if (rule.isEmpty() || said instanceof Opinion.Given || said instanceof Opinion.Forbidden) {
            return said;
        }
        Opinion granted = grants.on(effect, rule);
        return granted instanceof Opinion.Given ? granted : said;
    }
}
