package dev.greenlane.store;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.syntax.Span;
import java.time.Instant;
import java.util.Optional;

/** Entries for tests. */
final class Calls {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Calls() {}

    static Entry entry(String session, Outcome outcome) {
        return entry(session, Optional.empty(), outcome, NOON, "{\"command\":\"ls -l\"}");
    }

    static Entry at(Instant time) {
        return entry("s1", Optional.empty(), Outcome.ALLOW, time, "{\"command\":\"ls -l\"}");
    }

    static Entry withInput(String input) {
        return entry("s1", Optional.empty(), Outcome.ALLOW, NOON, input);
    }

    static Entry ofChild(String session, String parent, Outcome outcome) {
        return entry(session, Optional.of(parent), outcome, NOON, "{\"command\":\"ls -l\"}");
    }

    /** What is recorded of a subagent that ended: nothing was asked. */
    static Entry handedBack(String session) {
        return inShadow(entry(session, Outcome.ALLOW));
    }

    static Entry inShadow(Entry entry) {
        return new Entry(
                entry.time(),
                entry.session(),
                entry.parent(),
                entry.agent(),
                entry.tool(),
                entry.input(),
                entry.cwd(),
                entry.verdict(),
                entry.effects(),
                entry.facts(),
                entry.tokens(),
                entry.cost(),
                entry.mode(),
                true,
                "");
    }

    static Entry reviewedIn(long micros, String rule, String agent, long tokens) {
        Entry entry = entry("s1", Outcome.ALLOW);
        return new Entry(
                entry.time(),
                entry.session(),
                entry.parent(),
                agent,
                entry.tool(),
                entry.input(),
                entry.cwd(),
                new Verdict(Outcome.ALLOW, rule, "", Optional.empty(), Optional.empty(), Stage.POLICY, micros * 1000),
                entry.effects(),
                entry.facts(),
                tokens,
                2 * tokens,
                entry.mode(),
                false,
                "allow");
    }

    private static Entry entry(String session, Optional<String> parent, Outcome outcome, Instant time, String input) {
        Verdict verdict = new Verdict(
                outcome,
                "some-rule",
                outcome == Outcome.DENY ? "Denied by Greenlane: it deletes your only copy." : "",
                outcome == Outcome.DENY ? Optional.of(new Span(0, 2)) : Optional.empty(),
                outcome == Outcome.DENY ? Optional.of("a copy of it") : Optional.empty(),
                Stage.POLICY,
                120_000);
        return new Entry(
                time,
                session,
                parent,
                "claude-code",
                "Bash",
                input,
                "/home/me/project",
                verdict,
                "[{\"kind\":\"file-read\",\"path\":\"/home/me/project\"}]",
                "{}",
                0,
                0,
                Mode.AUTO,
                false,
                outcome.name());
    }
}
