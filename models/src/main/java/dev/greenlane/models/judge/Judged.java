package dev.greenlane.models.judge;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.models.endpoint.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of judging a case.
 *
 * @param key a name of all that was said about the case
 * @param ruling empty where every model failed
 * @param attempts the models that were asked, in order; none where the ruling was known
 * @param nanos how long it took
 */
public record Judged(String key, Optional<Ruling> ruling, List<Attempt> attempts, long nanos) {
    public Judged {
        attempts = List.copyOf(attempts);
    }

    /** All tokens. */
    public Tokens tokens() {
        return attempts.stream().map(Attempt::tokens).reduce(Tokens.NONE, Tokens::and);
    }

    /** What it cost, in millionths of a US dollar. */
    public long cost() {
        return attempts.stream().mapToLong(Attempt::cost).sum();
    }

    /** Why there is no ruling, as a clause for each model; empty where there is one. */
    public String failure() {
        return ruling.isPresent()
                ? ""
                : attempts.stream()
                        .map(attempt -> attempt.model() + ": " + attempt.reason())
                        .collect(Collectors.joining("; "));
    }

    /**
     * What becomes of a call that was judged.
     *
     * @param open the verdict as it was before, which leaves the call open
     * @param alone whether no person is there; where nobody judged either, the call does not run, and nobody has said
     *     anything against it
     */
    public Verdict on(Verdict open, boolean alone) {
        return ruling.map(ruled -> ruled(open, ruled)).orElseGet(() -> alone ? unavailable(open) : leftToAPerson(open));
    }

    private Verdict ruled(Verdict open, Ruling ruled) {
        String reason = switch (ruled.outcome()) {
            case ALLOW -> "";
            case ASK -> (open.reason() + " The judge: " + ruled.reason()).strip();
            case DENY -> "Denied by Greenlane: " + open.reason() + " The judge: " + ruled.reason();
        };
        Optional<String> clears = ruled.outcome() == Outcome.ALLOW ? Optional.empty() : open.clears();
        return verdict(open, ruled.outcome(), ruled.rule(), reason, clears);
    }

    private Verdict unavailable(Verdict open) {
        String reason = "Not decided, and not denied for what it is: Greenlane's judge is unavailable (" + failure()
                + "), and no person is here to ask. Go on with what needs no judge, try this again later, and tell the"
                + " user what is left.";
        return verdict(open, Outcome.DENY, Verdict.UNAVAILABLE, reason, open.clears());
    }

    private Verdict leftToAPerson(Verdict open) {
        String reason = open.reason() + " The judge is unavailable (" + failure() + "), so a person decides.";
        return verdict(open, Outcome.ASK, open.rule(), reason, open.clears());
    }

    private Verdict verdict(Verdict open, Outcome outcome, String rule, String reason, Optional<String> clears) {
        return new Verdict(outcome, rule, reason, open.evidence(), clears, Stage.JUDGE, open.nanos() + nanos);
    }
}
