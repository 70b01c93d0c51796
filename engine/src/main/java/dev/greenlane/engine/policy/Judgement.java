package dev.greenlane.engine.policy;

import java.util.List;
import java.util.Optional;

/**
 * What the policy says of a call.
 *
 * @param outcome allow where no finding counts
 * @param deciding the gravest finding that counts; empty where the call is allowed
 * @param findings all rules that apply, in the order of effects and rules, with those that an exception clears
 */
public record Judgement(Outcome outcome, Optional<Finding> deciding, List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The findings that only ask because nobody could tell. */
    public List<Finding> undecided() {
        return findings.stream()
                .filter(finding -> finding.counts() && finding.decision() == Decision.UNDECIDED)
                .toList();
    }

    /** Whether a closer look may change the outcome: nothing but undecided findings counts. */
    public boolean open() {
        return deciding.map(finding -> finding.decision() == Decision.UNDECIDED).orElse(false);
    }
}
