package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.input.Redaction;
import dev.greenlane.engine.consent.grant.Acts;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.service.consent.Asked;
import dev.greenlane.service.consent.Asks;
import dev.greenlane.service.consent.Webhook;
import dev.greenlane.service.settings.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Turns calls that are not allowed into questions, and waits for a person's answer where the agent cannot ask. Thread-safe. */
final class Asking {
    /** A hook waits 20 seconds for its answer. */
    private static final Duration MOST = Duration.ofSeconds(18);

    private static final int LONGEST = 2_000;
    private static final String CAN_APPROVE = " The user, and nobody else, can approve it: greenlane approve.";

    private final Asks asks;
    private final InstantSource clock;
    private final Webhook webhook = new Webhook();

    Asking(Asks asks, InstantSource clock) {
        this.asks = asks;
        this.clock = clock;
    }

    /** What stands against a use, as a question that somebody may answer later. */
    Asked about(Use use, Reviewed reviewed) {
        List<Review> against = reviewed.reviews().stream()
                .filter(review -> review.verdict().outcome() != Outcome.ALLOW)
                .toList();
        Optional<Review> first = against.stream().findFirst();
        String text = Redaction.of(
                use.tool().call().text().equals(use.tool().name())
                        ? Entries.input(use.tool())
                        : use.tool().call().text());
        return new Asked(
                asks.number(),
                0,
                clock.instant(),
                use.id().text(),
                use.id().parent(),
                use.agent().id(),
                use.facts().cwd(),
                use.tool().name(),
                text.substring(0, Math.min(text.length(), LONGEST)),
                first.flatMap(review -> review.judgement().deciding())
                        .map(finding -> finding.rule().id())
                        .orElse(reviewed.verdict().rule()),
                reviewed.verdict().reason(),
                first.map(review -> new Acts(
                                        review.request().call(),
                                        review.request().surroundings(),
                                        review.understanding())
                                .all())
                        .orElse(List.of()),
                against.isEmpty()
                        ? Optional.of(
                                reviewed.kept().failure().isPresent()
                                        ? "what it could lose cannot be kept; snapshot-missing in your settings lets"
                                                + " such calls run"
                                        : "it was not reviewed")
                        : against.stream()
                                .flatMap(review -> obstacle(review).stream())
                                .findFirst());
    }

    /** Why no grant would clear a verdict, as a clause; empty where one would. */
    static Optional<String> obstacle(Review review) {
        Verdict verdict = review.verdict();
        Optional<Finding> deciding = review.judgement().deciding();
        if (deciding.filter(finding -> finding.rule().strength() == Strength.HARD)
                .isPresent()) {
            return Optional.of("the rule " + deciding.get().rule().id() + " is hard, and nothing clears it");
        }
        if (verdict.stage() == Stage.RULE) {
            return Optional.of("the rule " + verdict.rule() + " is your own; change that one");
        }
        return verdict.stage() == Stage.MODE && review.request().mode() == Mode.PLAN
                ? Optional.of("plan mode only reads; greenlane mode sets another")
                : Optional.empty();
    }

    /** Whether a person answers outside the agent: it has no dialog, or nobody sits before it. */
    boolean isOutside(Use use) {
        return !use.asks() || use.presence() == Presence.HEADLESS;
    }

    /**
     * The answer of a person who is not asked by the agent; empty where nobody could answer, or none did in time.
     *
     * @param began when the use was asked about, by {@link System#nanoTime}
     */
    Optional<Asks.Reply> reply(Use use, Asked asked, long began) {
        if (use.shadow() || asked.obstacle().isPresent() || !isOutside(use)) {
            return Optional.empty();
        }
        Key key = use.presence() == Presence.HEADLESS ? Key.ASK_WAIT_HEADLESS : Key.ASK_WAIT;
        Duration wanted = Duration.ofSeconds(use.settings().number(key));
        Duration left = MOST.minusNanos(System.nanoTime() - began);
        Duration patience = wanted.compareTo(left) < 0 ? wanted : left;
        String address = use.settings().get(Key.ASK_WEBHOOK).value();
        if (!address.isEmpty()) {
            webhook.tell(address, asked, Math.max(0, patience.toSeconds()));
        }
        boolean heard = asks.isWatched() || !address.isEmpty();
        return heard && patience.isPositive() ? asks.await(asked, patience) : Optional.empty();
    }

    /** The call was answered without a person. What the agent is told: where a person can answer outside, that they can. */
    Decision remember(Use use, Asked asked, Decision told) {
        boolean listed = told.outcome() == Outcome.ASK && asked.obstacle().isEmpty() && isOutside(use) && !use.shadow();
        asks.remember(asked, listed);
        return listed && use.wire() == Wire.HOOK
                ? new Decision(told.outcome(), (told.reason() + CAN_APPROVE).strip())
                : told;
    }

    /** The verdict that a person's answer makes of one that asks. */
    static Verdict answered(Verdict verdict, Asks.Reply reply) {
        Optional<Grant> grant = reply.grant();
        String reason = grant.map(given -> "Allowed by grant " + given.id() + ": " + given.what())
                .orElse("Denied by Greenlane: the user was asked and said no. " + verdict.reason());
        return new Verdict(
                grant.isPresent() ? Outcome.ALLOW : Outcome.DENY,
                verdict.rule(),
                reason,
                verdict.evidence(),
                Optional.empty(),
                Stage.CONSENT,
                verdict.nanos());
    }
}
