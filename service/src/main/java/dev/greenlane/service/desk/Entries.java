package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.HookEvent.SubagentStopped;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.store.Entry;
import dev.greenlane.store.snapshot.Snapshot;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes out what goes into the ledger. Thread-safe. */
final class Entries {
    /** What the client was told of a call that may run. */
    static final String ALLOWED = answered(Outcome.ALLOW);

    /** The paths at which nothing stood before the call, among the facts of an entry. */
    static final String ABSENT = "absent";

    private static final int LONGEST_WORDS = 4000;

    private final InstantSource clock;

    Entries(InstantSource clock) {
        this.clock = clock;
    }

    Entry of(Use use, Reviewed reviewed, Decision told) {
        return new Entry(
                clock.instant(),
                use.id().text(),
                use.id().parent(),
                use.agent().id(),
                use.tool().name(),
                input(use.tool()),
                use.facts().cwd().orElse(""),
                reviewed.verdict(),
                reviewed.effects(),
                facts(use, reviewed),
                reviewed.judged().map(JudgeRecord::tokens).orElse(0L),
                reviewed.judged().map(JudgeRecord::cost).orElse(0L),
                reviewed.mode(),
                use.shadow(),
                answered(told.outcome()));
    }

    /** A subagent has handed back what it says. Nothing was asked, so nothing is answered. */
    Entry ofHandBack(Agent agent, SessionId id, SubagentStopped stopped, Mode mode, boolean shadow) {
        return new Entry(
                clock.instant(),
                id.text(),
                id.parent(),
                agent.id(),
                stopped.name(),
                Json.line(Map.of("said", cut(stopped.said()))),
                stopped.facts().cwd().orElse(""),
                new Verdict(Outcome.ALLOW, "hand-back", "", Optional.empty(), Optional.empty(), Stage.MODE, 0),
                "[]",
                "{}",
                0,
                0,
                mode,
                shadow,
                "");
    }

    /** The input of a use, JSON text. */
    static String input(Tool tool) {
        return Json.line(tool.input() == null ? Json.Null.NULL : tool.input());
    }

    /** What the person has said since the session's entry before, what the judge made of the call, and how it came here. */
    private static String facts(Use use, Reviewed reviewed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<String> said = use.session().person().unrecorded(ModeReviews.said(use));
        if (!said.isEmpty()) {
            facts.put("said", said.stream().map(Entries::cut).toList());
        }
        reviewed.reviews().stream()
                .map(review -> review.before().absent())
                .filter(absent -> !absent.isEmpty())
                .findFirst()
                .ifPresent(absent -> facts.put(ABSENT, absent));
        reviewed.judged().ifPresent(judged -> facts.put("judge", judged.facts()));
        reviewed.kept().snapshot().ifPresent(snapshot -> facts.put("snapshot", snapshot(snapshot)));
        reviewed.kept().failure().ifPresent(why -> facts.put("not-kept", why));
        if (use.wire() == Wire.GATEWAY) {
            facts.put("wire", "gateway");
            use.tool().useId().ifPresent(id -> facts.put("use", id));
        }
        return facts.isEmpty() ? "{}" : Json.line(facts);
    }

    private static Map<String, Object> snapshot(Snapshot snapshot) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("id", snapshot.id());
        fact.put("files", snapshot.files());
        fact.put("bytes", snapshot.bytes());
        fact.put("hash", snapshot.hash());
        return fact;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    private static String answered(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
