package dev.greenlane.engine.review;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.syntax.Span;
import java.util.Optional;

/**
 * What becomes of a call, and why.
 *
 * @param rule the id of what decided: a policy rule, a user's rule as written, or the mode
 * @param reason for the agent: what is wrong and what to do instead; empty for a call that is simply allowed. The reason of a
 *     denial begins with {@code Denied by Greenlane:}
 * @param evidence the part of the call that decided
 * @param clears what would let the call through; empty where nothing does, or nothing has to
 * @param nanos how long the review took
 */
public record Verdict(
        Outcome outcome,
        String rule,
        String reason,
        Optional<Span> evidence,
        Optional<String> clears,
        Stage stage,
        long nanos) {

    /** The rule of a denial that nobody decided on: the judge could not be asked, and no person is there. */
    public static final String UNAVAILABLE = "unavailable";

    /** Whether somebody decided; a denial that nobody decided on says nothing of the call. */
    public boolean isDecided() {
        return !rule.equals(UNAVAILABLE);
    }
}
