package dev.greenlane.service.desk;

import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.session.Session;
import dev.greenlane.models.judge.Written;
import dev.greenlane.service.keep.Kept;
import java.util.List;
import java.util.Optional;

/**
 * What a review came to.
 *
 * @param mode the mode that decided
 * @param effects what the call would do, JSON text
 * @param before what was remembered of the session when it was reviewed
 * @param after what is remembered of the session once the call took place
 * @param open the review, where the policy leaves it open and nothing else stands against the call
 * @param judged what came of asking the judge; empty where it was not asked
 * @param reviews the review in each mode that has a say; none where no review was possible
 * @param kept what was kept of what the call could lose
 */
record Reviewed(
        Verdict verdict,
        Mode mode,
        String effects,
        Session before,
        Session after,
        Optional<Open> open,
        Optional<JudgeRecord> judged,
        List<Review> reviews,
        Kept kept) {

    Reviewed {
        reviews = List.copyOf(reviews);
    }

    /**
     * What the policy leaves open.
     *
     * @param written what the person wrote for a judge
     */
    record Open(Review review, Written written) {}

    Reviewed(
            Verdict verdict,
            Mode mode,
            String effects,
            Session before,
            Session after,
            Optional<Open> open,
            List<Review> reviews) {
        this(verdict, mode, effects, before, after, open, Optional.empty(), reviews, Kept.NOTHING);
    }

    /** The same with what the judge made of it. */
    Reviewed judged(Verdict ruled, JudgeRecord of) {
        return new Reviewed(ruled, mode, effects, before, after, Optional.empty(), Optional.of(of), reviews, kept);
    }

    /** The same with what a person made of it. */
    Reviewed answered(Verdict said) {
        return new Reviewed(said, mode, effects, before, after, Optional.empty(), judged, reviews, kept);
    }

    /** The same, with what was kept of what it could lose. */
    Reviewed kept(Kept what) {
        return new Reviewed(verdict, mode, effects, before, after, open, judged, reviews, what);
    }

    /** The numbers of the grants for one call that this one uses up. */
    List<Long> spent() {
        return verdict.outcome() != Outcome.ALLOW
                ? List.of()
                : reviews.stream()
                        .filter(review -> review.verdict().stage() == Stage.CONSENT)
                        .flatMap(review -> spentBy(review).stream())
                        .map(Grant::number)
                        .distinct()
                        .toList();
    }

    /** Those that cleared a rule, or all that speak of the call where they cleared the question of a mode. */
    private static List<Grant> spentBy(Review review) {
        Request request = review.request();
        if (request.grants().all().isEmpty()) {
            return List.of();
        }
        List<Grant> once = request.grants().onceFor(request.call(), request.surroundings(), review.understanding());
        boolean byMode = review.verdict().rule().startsWith("mode-");
        return once.stream()
                .filter(grant -> byMode
                        || review.judgement().findings().stream()
                                .anyMatch(finding -> finding.opinion() instanceof Opinion.Given given
                                        && given.source().equals(grant.source())))
                .toList();
    }
}
