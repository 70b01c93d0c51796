package dev.greenlane.engine.policy;

import java.util.List;
import java.util.Set;

/**
 * What one or several policy files say. Immutable; {@code policy.source} reads it.
 *
 * @param off ids of soft rules that do not count any more
 */
public record PolicyFile(List<Rule> rules, List<Clearance> exceptions, Environment environment, Set<String> off) {

    public PolicyFile {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
        off = Set.copyOf(off);
    }

    /** What of it can only tighten: its rules. A file that anybody may have written can be taken in this way. */
    public PolicyFile onlyTightening() {
        return new PolicyFile(rules, List.of(), Environment.NONE, Set.of());
    }
}
