package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.input.EffectJson;
import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.facts.Safekeeping;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.project.GitUser;
import dev.greenlane.service.consent.Approvals;
import dev.greenlane.service.rules.OwnRules;
import dev.greenlane.world.RealWorld;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reviews a use under every mode that has a say: the one that was chosen, the client's own where it restricts, the project's.
 * The strictest verdict counts. Thread-safe.
 */
final class ModeReviews {
    private static final Optional<String> ACCOUNT = Optional.ofNullable(System.getProperty("user.name"));

    private final Reviewers reviewers;
    private final Reviews reviews;
    private final Approvals approvals;
    private final RuleFiles ruleFiles = new RuleFiles();
    private final Optional<String> home;

    ModeReviews(Reviewers reviewers, Reviews reviews, Approvals approvals, Optional<String> home) {
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.approvals = approvals;
        this.home = home;
    }

    /** The verdict; where no review is possible, the one that leaves it to a person. */
    Reviewed review(Use use, Mode mode, Safekeeping safekeeping) {
        Set<Mode> modes = new LinkedHashSet<>(List.of(mode));
        use.settings().project().ifPresent(modes::add);
        use.facts()
                .permissionMode()
                .flatMap(Mode::byId)
                .filter(ModeReviews::restricts)
                .ifPresent(modes::add);
        Session memory = use.session().memory();
        try {
            if (!use.settings().problems().isEmpty()) {
                throw new NoReview(
                        "its settings are wrong, " + use.settings().problems().get(0));
            }
            OwnRules rules = ruleFiles.in(use.settings().rules()).with(use.client());
            Request request = request(use, mode, rules, memory, safekeeping);
            List<Review> all =
                    reviews.run(() -> reviewers.by(use.settings().policies()).review(request, modes));
            Review strictest = all.stream()
                    .max(Comparator.comparing(review -> review.verdict().outcome()))
                    .orElseThrow();
            long against = all.stream()
                    .filter(review -> review.verdict().outcome() != Outcome.ALLOW)
                    .count();
            return new Reviewed(
                    strictest.verdict(),
                    strictest.request().mode(),
                    effects(strictest),
                    memory,
                    strictest.sessionAfter(),
                    against > 1 ? Optional.empty() : open(strictest, rules),
                    all);
        } catch (NoReview e) {
            return notReviewed(use, mode, e.reason());
        }
    }

    /** The review, where only the policy asks, and only because it cannot tell. */
    private static Optional<Reviewed.Open> open(Review review, OwnRules rules) {
        boolean open = review.request().mode() == Mode.AUTO
                && review.verdict().stage() == Stage.POLICY
                && review.verdict().outcome() == Outcome.ASK
                && review.judgement().open();
        return open ? Optional.of(new Reviewed.Open(review, rules.written())) : Optional.empty();
    }

    static Reviewed notReviewed(Use use, Mode mode, String reason) {
        Decision decision = Answer.notReviewed(reason);
        return new Reviewed(
                new Verdict(
                        decision.outcome(),
                        "not-reviewed",
                        decision.reason(),
                        Optional.empty(),
                        Optional.empty(),
                        Stage.MODE,
                        0),
                mode,
                "[]",
                use.session().memory(),
                use.session().memory(),
                Optional.empty(),
                List.of());
    }

    private Request request(Use use, Mode mode, OwnRules rules, Session memory, Safekeeping safekeeping) {
        Surroundings place = new Surroundings(use.facts().cwd(), home);
        World world = RealWorld.around(use.facts().cwd());
        Identity user = use.session().user(() -> GitUser.at(place, ACCOUNT, world.files()));
        return new Request(
                use.tool().call(),
                new Surroundings(place.workingDirectory(), home, user),
                world,
                mode,
                rules.permissions(),
                said(use),
                approvals.holding(use.id().text(), use.facts().cwd()),
                memory,
                safekeeping,
                use.facts().earlier());
    }

    /** What the person has said, as far as it is known. */
    static List<String> said(Use use) {
        return use.facts().user().isEmpty()
                ? use.session().person().words()
                : use.facts().user();
    }

    /** The client's modes that tighten whatever ours is. */
    private static boolean restricts(Mode client) {
        return client == Mode.PLAN || client == Mode.DONT_ASK;
    }

    private static String effects(Review review) {
        return Json.line(
                review.understanding().effects().stream().map(EffectJson::of).toList());
    }
}
