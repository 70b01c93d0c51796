package dev.greenlane.service.desk;

import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.models.judge.Case;
import dev.greenlane.models.judge.Judged;
import dev.greenlane.service.desk.Reviewed.Open;
import dev.greenlane.service.judge.Bench;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings what the policy leaves open before the judge, and makes a verdict of the ruling, or of there being none. Thread-safe. */
final class Judging {
    private static final int EARLIER = 8;
    private static final int EFFECTS_OF_ONE = 4;

    private final Bench bench;
    private final Ledger ledger;

    Judging(Bench bench, Ledger ledger) {
        this.bench = bench;
        this.ledger = ledger;
    }

    /** What becomes of a use that was reviewed as {@code reviewed} and that the policy leaves open. */
    Reviewed judged(Use use, Reviewed reviewed, Open open) {
        Judged judged =
                bench.judge(use.settings(), use.id().top(), Case.of(open.review(), earlier(use), open.written()));
        Verdict verdict = judged.on(reviewed.verdict(), use.presence() == Presence.HEADLESS);
        return reviewed.judged(verdict, JudgeRecord.of(judged));
    }

    /** What the session's calls before did, each as a line. */
    private List<String> earlier(Use use) {
        try {
            List<String> lines = new ArrayList<>();
            for (Recorded recorded :
                    ledger.reader().last(Query.ALL.ofSession(use.id().top()), EARLIER)) {
                Entry entry = recorded.entry();
                if (entry.answered().equals(Entries.ALLOWED)) {
                    lines.add(entry.tool() + ": " + effects(entry.effects()));
                }
            }
            return lines;
        } catch (LedgerFailure e) {
            return List.of();
        }
    }

    private static String effects(String json) {
        try {
            if (!(Json.value(json) instanceof List<?> effects)) {
                return "";
            }
            List<String> deeds = new ArrayList<>();
            for (Object effect : effects.subList(0, Math.min(effects.size(), EFFECTS_OF_ONE))) {
                Map<String, Object> fields = Json.asObject(effect).orElse(Map.of());
                deeds.add(fields.getOrDefault("kind", "") + " " + fields.getOrDefault("target", ""));
            }
            return deeds.isEmpty() ? "nothing" : String.join("; ", deeds);
        } catch (NotJson e) {
            return "";
        }
    }
}
