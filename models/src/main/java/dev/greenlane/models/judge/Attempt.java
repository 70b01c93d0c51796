package dev.greenlane.models.judge;

import dev.greenlane.models.endpoint.ModelFailure.Kind;
import dev.greenlane.models.endpoint.Tokens;
import java.util.Optional;

/**
 * What came of asking one model.
 *
 * @param model its name
 * @param failure empty where it decided
 * @param reason why it failed, as a clause; empty where it did not
 * @param tokens all that went through it
 * @param cost in millionths of a US dollar
 * @param questions how many answers came
 */
public record Attempt(String model, Optional<Kind> failure, String reason, Tokens tokens, long cost, int questions) {

    /** A model that could not be asked at all, for this reason, a clause. */
    public static Attempt notMade(String reason) {
        return new Attempt("judge", Optional.of(Kind.MISUSED), reason, Tokens.NONE, 0, 0);
    }
}
