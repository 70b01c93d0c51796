package dev.greenlane.models.judge;

import dev.greenlane.models.endpoint.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of judging a case.
 *
 * @param key a name of everything that the ruling depends on
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
}
