package dev.greenlane.cli.wire;

import dev.greenlane.agents.input.EffectJson;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Redaction;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.syntax.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verdicts as JSON. Stateless. */
public final class VerdictJson {
    /** Goes up when a member changes its meaning or goes away; new members do not change it. */
    private static final int VERSION = 1;

    /** Characters of a call that are quoted; its span says the rest. */
    private static final int LONGEST_EVIDENCE = 500;

    private VerdictJson() {}

    /**
     * The verdict on a call.
     *
     * @param micros time from the text of the call to the verdict, in microseconds
     */
    public static Map<String, Object> of(Review review, long micros) {
        Verdict verdict = review.verdict();
        Map<String, Object> json = versioned();
        json.put("verdict", word(verdict.outcome()));
        json.put("rule", verdict.rule().isEmpty() ? Json.Null.NULL : verdict.rule());
        json.put("reason", verdict.reason());
        verdict.clears().ifPresent(clears -> json.put("clears", clears));
        verdict.evidence().ifPresent(span -> json.put("evidence", evidence(span, review)));
        json.put(
                "effects",
                review.understanding().effects().stream().map(EffectJson::of).toList());
        List<Effect> written = review.understanding().written();
        if (!written.isEmpty()) {
            json.put("written", written.stream().map(EffectJson::of).toList());
        }
        json.put("stage", verdict.stage().id());
        json.put("micros", micros);
        return json;
    }

    /** The verdict on the call of a line. */
    public static Map<String, Object> of(Object id, Review review, long micros) {
        return identified(id, of(review, micros));
    }

    /** The answer to a line that is no call. */
    public static Map<String, Object> error(Object id, String reason) {
        Map<String, Object> json = versioned();
        json.put("error", reason);
        return identified(id, json);
    }

    private static Map<String, Object> versioned() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
        return json;
    }

    private static Map<String, Object> identified(Object id, Map<String, Object> json) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.putAll(json);
        return answer;
    }

    private static Map<String, Object> evidence(Span span, Review review) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", span.start());
        json.put("end", span.end());
        String text = Redaction.of(span.in(review.request().call().text()));
        json.put("text", text.length() <= LONGEST_EVIDENCE ? text : text.substring(0, LONGEST_EVIDENCE));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
