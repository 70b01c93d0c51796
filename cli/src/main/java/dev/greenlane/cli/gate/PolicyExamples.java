package dev.greenlane.cli.gate;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Clearance;
import dev.greenlane.engine.policy.Example;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Rule;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the examples that rules and exceptions carry, as calls in auto mode in a project of which no file is known.
 */
public final class PolicyExamples {
    private static final Surroundings PROJECT =
            new Surroundings(Optional.of("/home/user/project"), Optional.of("/home/user"));

    private final Gate gate;

    public PolicyExamples(Gate gate) {
        this.gate = gate;
    }

    /**
     * What came of one example.
     *
     * @param of the id of the rule or exception it belongs to
     * @param promise what the example is there to show: {@code blocks}, {@code passes} or {@code instead}
     * @param problem what came instead, as a clause; empty where the example holds
     */
    public record Result(String of, String promise, Example example, Optional<String> problem) {}

    /** Runs all examples and tells each result as it comes. */
    public void run(Consumer<Result> results) {
        for (Rule rule : gate.policy().rules()) {
            run(rule.id(), rule.examples(), review -> blocks(rule, review)).forEach(results);
        }
        for (Clearance exception : gate.policy().exceptions()) {
            run(exception.id(), exception.examples(), PolicyExamples::isStopped).forEach(results);
        }
    }

    private List<Result> run(String id, Rule.Examples examples, Function<Review, Optional<String>> blocks) {
        List<Result> results = new ArrayList<>();
        for (Example example : examples.blocks()) {
            results.add(new Result(id, "blocks", example, blocks.apply(review(example))));
        }
        for (Example example : examples.passes()) {
            results.add(new Result(id, "passes", example, isAllowed(review(example))));
        }
        for (Example example : examples.instead()) {
            results.add(new Result(id, "instead", example, isAllowed(review(example))));
        }
        return results;
    }

    private Review review(Example example) {
        return gate.review(new Request(
                Calls.read(example.tool(), example.input()),
                PROJECT,
                World.UNSEEN,
                Mode.AUTO,
                UserRules.NONE,
                example.user(),
                List.of()));
    }

    private static Optional<String> blocks(Rule rule, Review review) {
        boolean counts = review.judgement().findings().stream()
                .anyMatch(finding -> finding.counts() && finding.rule().id().equals(rule.id()));
        return counts ? Optional.empty() : Optional.of("the rule does not apply to it");
    }

    private static Optional<String> isStopped(Review review) {
        return review.verdict().outcome() == Outcome.ALLOW ? Optional.of("it is allowed") : Optional.empty();
    }

    private static Optional<String> isAllowed(Review review) {
        return review.verdict().outcome() == Outcome.ALLOW
                ? Optional.empty()
                : Optional.of(review.judgement()
                        .deciding()
                        .map(Finding::rule)
                        .map(rule -> rule.id() + " stops it")
                        .orElse("it is not allowed"));
    }
}
