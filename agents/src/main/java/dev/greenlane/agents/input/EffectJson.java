package dev.greenlane.agents.input;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Effects as JSON, for wires and records. Stateless. */
public final class EffectJson {
    private EffectJson() {}

    /** One effect. */
    public static Map<String, Object> of(Effect effect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", effect.kind().id());
        json.put("target", Redaction.of(effect.target()));
        if (effect instanceof Effect.NotUnderstood unknown) {
            json.put("why", unknown.reason());
        }
        Circumstances at = effect.circumstances();
        json.put("span", List.of(at.span().start(), at.span().end()));
        json.put("certainty", word(at.certainty()));
        json.put("reversibility", word(at.reversibility()));
        if (at.place() != Place.HERE) {
            json.put("place", word(at.place()));
        }
        putWords(json, "carries", at.carries().stream().map(EffectJson::word).toList());
        putWords(json, "traits", at.traits());
        return json;
    }

    private static void putWords(Map<String, Object> json, String name, Collection<String> words) {
        if (!words.isEmpty()) {
            json.put(name, words.stream().sorted().toList());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
