package dev.greenlane.service.consent;

import dev.greenlane.engine.consent.grant.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person wants to approve of a call.
 *
 * @param rule whether the rule that stands against it is not to count any more, whatever it speaks of; else only these acts
 * @param until when the approval ends; empty for the usual time
 */
public record Wanted(Scope scope, boolean rule, Optional<Instant> until) {

    /** Just what was asked about. */
    public static Wanted of(Scope scope) {
        return new Wanted(scope, false, Optional.empty());
    }
}
