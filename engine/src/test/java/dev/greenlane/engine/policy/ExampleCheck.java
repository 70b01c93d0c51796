package dev.greenlane.engine.policy;

import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.consent.Wishes;
import dev.greenlane.engine.consent.deed.DeedReader;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.understand.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs the examples of rules and exceptions.
 *
 * @param policy the policy that judges
 * @param understand turns an example into its effects, in {@link #FOLDER} of a user with the home {@link #HOME}
 */
public record ExampleCheck(Policy policy, Function<Example, Understanding> understand) {

    /** Where examples are made. */
    public static final String FOLDER = "/home/user/project";

    /** The home of who makes them. */
    public static final String HOME = "/home/user";

    /** What an example claims. */
    public enum Claim {
        /** The rule does not let it through. */
        BLOCKS,
        /** It is allowed. */
        PASSES,
        /** What is to be done instead is allowed. */
        INSTEAD
    }

    /**
     * An example that was run.
     *
     * @param id of the rule or exception it belongs to
     * @param holds whether the claim is true
     */
    public record Result(String id, Claim claim, Example example, Judgement judgement, boolean holds) {}

    /** Runs all examples of {@code rules} and {@code exceptions}. */
    public List<Result> run(List<Rule> rules, List<Clearance> exceptions) {
        List<Result> results = new ArrayList<>();
        for (Rule rule : rules) {
            for (Example example : rule.examples().blocks()) {
                Judgement judgement = judge(example);
                boolean applies = judgement.findings().stream()
                        .anyMatch(finding -> finding.counts() && finding.rule().equals(rule));
                results.add(new Result(rule.id(), Claim.BLOCKS, example, judgement, applies));
            }
            passing(rule.id(), Claim.PASSES, rule.examples().passes(), results);
            passing(rule.id(), Claim.INSTEAD, rule.examples().instead(), results);
        }
        for (Clearance exception : exceptions) {
            passing(exception.id(), Claim.PASSES, exception.examples().passes(), results);
            for (Example example : exception.examples().blocks()) {
                Judgement judgement = judge(example);
                results.add(new Result(
                        exception.id(), Claim.BLOCKS, example, judgement, judgement.outcome() != Outcome.ALLOW));
            }
        }
        return results;
    }

    private void passing(String id, Claim claim, List<Example> examples, List<Result> results) {
        for (Example example : examples) {
            Judgement judgement = judge(example);
            results.add(new Result(id, claim, example, judgement, judgement.outcome() == Outcome.ALLOW));
        }
    }

    private Judgement judge(Example example) {
        Understanding understanding = understand.apply(example);
        DeedReader deeds = new DeedReader(
                ToolNames.standard().call(example.tool(), example.input()),
                understanding.invocations(),
                Listings.NONE,
                Set.of());
        return policy.judge(
                understanding.all(),
                new PolicyContext("auto", example.tool(), "", understanding.invocations()),
                new Wishes(example.user(), deeds));
    }
}
