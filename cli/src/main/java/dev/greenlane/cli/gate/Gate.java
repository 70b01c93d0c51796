package dev.greenlane.cli.gate;

import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.understand.Understander;

/** The reviewer that commands ask, and what it goes by. Immutable and thread-safe. */
public final class Gate {
    private final Policy policy;
    private final Reviewer reviewer;

    /** Reviews by this policy, with the knowledge that comes with Greenlane. */
    public Gate(Policy policy) {
        this.policy = policy;
        this.reviewer = new Reviewer(Understander.load(), policy);
    }

    /** Reviews by the default policy. */
    public static Gate standard() {
        return new Gate(Policy.defaults());
    }

    public Policy policy() {
        return policy;
    }

    public Review review(Request request) {
        return reviewer.review(request);
    }
}
