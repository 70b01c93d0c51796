package dev.greenlane.service.desk;

import dev.greenlane.models.judge.Attempt;
import dev.greenlane.models.judge.Judged;
import dev.greenlane.service.judge.RulingBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger keeps of a judged call.
 *
 * @param tokens all but those that were found in the endpoint's cache
 * @param cost in millionths of a US dollar
 * @param facts for the entry's facts; {@code docs/judge.md} describes it
 */
record JudgeRecord(long tokens, long cost, Map<String, Object> facts) {
    static JudgeRecord of(Judged judged) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("case", judged.key());
        judged.ruling().ifPresent(ruling -> facts.putAll(RulingBook.json(judged.key(), ruling)));
        facts.put("millis", judged.nanos() / 1_000_000);
        List<Map<String, Object>> asked =
                judged.attempts().stream().map(JudgeRecord::attempt).toList();
        facts.put("asked", asked);
        return new JudgeRecord(judged.tokens().fresh(), judged.cost(), facts);
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", attempt.model());
        json.put("questions", attempt.questions());
        json.put("tokens", attempt.tokens().fresh());
        json.put("cached", attempt.tokens().cacheReads());
        json.put("cost_micros", attempt.cost());
        Optional<String> failure = attempt.failure().map(kind -> kind.id());
        failure.ifPresent(kind -> {
            json.put("failure", kind);
            json.put("reason", attempt.reason());
        });
        return json;
    }
}
