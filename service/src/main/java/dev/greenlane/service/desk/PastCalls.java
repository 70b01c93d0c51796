package dev.greenlane.service.desk;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.grant.Acts;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Session;
import dev.greenlane.service.consent.Asked;
import dev.greenlane.service.consent.Asks;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import dev.greenlane.world.RealWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls that were stopped, by their numbers in the ledger: as they are remembered, else understood anew from the record. */
final class PastCalls {
    private static final int LOOKED_THROUGH = 500;
    private static final String REDACTED = "[redacted";

    private final Ledger ledger;
    private final Asks asks;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final Optional<String> home;

    PastCalls(Ledger ledger, Asks asks, Reviews reviews, Reviewers reviewers, Optional<String> home) {
        this.ledger = ledger;
        this.asks = asks;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.home = home;
    }

    /** The number of the last call that was stopped or asked about. */
    Optional<Long> last() throws LedgerFailure {
        return ledger.reader().last(Query.ALL, LOOKED_THROUGH).reversed().stream()
                .filter(recorded -> isStopped(recorded.entry()))
                .map(Recorded::number)
                .findFirst();
    }

    /**
     * A call that was stopped.
     *
     * @param memory what is remembered of a session, by its id
     */
    Optional<Asked> find(long number, Function<String, Session> memory) throws LedgerFailure {
        Optional<Asked> known = asks.ofEntry(number);
        if (known.isPresent()) {
            return known;
        }
        List<Recorded> found = ledger.reader().next(Query.ALL.after(number - 1), 1);
        return found.isEmpty()
                        || found.get(0).number() != number
                        || !isStopped(found.get(0).entry())
                ? Optional.empty()
                : Optional.of(understood(found.get(0), memory));
    }

    private static boolean isStopped(Entry entry) {
        return !entry.answered().isEmpty()
                && !entry.shadow()
                && entry.verdict().outcome() != Outcome.ALLOW
                && !entry.answered().equals(Entries.ALLOWED);
    }

    private Asked understood(Recorded recorded, Function<String, Session> memory) {
        Entry entry = recorded.entry();
        Optional<String> folder = Optional.of(entry.cwd()).filter(cwd -> !cwd.isEmpty());
        Optional<String> obstacle = Optional.empty();
        Optional<Review> review = Optional.empty();
        try {
            ToolCall call = Calls.read(entry.tool(), Json.value(entry.input()));
            review = Optional.of(reviews.run(() -> reviewers
                    .by(List.of())
                    .review(new Request(
                            call,
                            new Surroundings(folder, home),
                            RealWorld.around(folder),
                            entry.mode(),
                            UserRules.NONE,
                            List.of(),
                            Grants.NONE,
                            memory.apply(entry.parent().orElse(entry.session())),
                            List.of()))));
            obstacle = Asking.obstacle(review.get());
        } catch (NotJson | NoReview e) {
            obstacle = Optional.of("it cannot be understood any more");
        }
        return new Asked(
                asks.number(),
                recorded.number(),
                entry.time(),
                entry.session(),
                entry.parent(),
                entry.agent(),
                folder,
                entry.tool(),
                entry.input(),
                entry.verdict().rule(),
                entry.verdict().reason(),
                review.map(it -> new Acts(it.request().call(), it.request().surroundings(), it.understanding()).all())
                        .orElse(List.of()),
                obstacle.or(() -> lost(entry)));
    }

    private static Optional<String> lost(Entry entry) {
        if (entry.input().contains(REDACTED)) {
            return Optional.of("the secrets of the call were not kept; let the agent try it again and approve that");
        }
        return Policy.defaults()
                .rule(entry.verdict().rule())
                .filter(rule -> rule.strength() == Strength.HARD)
                .map(rule -> "the rule " + rule.id() + " is hard, and nothing clears it");
    }
}
