package dev.greenlane.engine.policy.source;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used; the message has one line for each {@link #problems() problem}. */
public final class InvalidPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    InvalidPolicyException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PolicyProblem> problems() {
        return problems;
    }
}
