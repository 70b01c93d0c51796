package dev.greenlane.models.judge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the JSON object in what a model says: alone, in a fence, or among prose. Where there are several, the last one counts, for
 * a model that thinks aloud ends with its answer. Stateless, never throws.
 */
final class AnswerText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_TRIES = 50;

    private AnswerText() {}

    /** The texts of the last object that has a member {@code name}, by their names in lower case. */
    static Optional<Map<String, String>> object(String answer, String name) {
        int tries = 0;
        for (int at = answer.lastIndexOf('{'); at >= 0 && tries < MOST_TRIES; at = answer.lastIndexOf('{', at - 1)) {
            tries++;
            Map<String, String> found = read(answer.substring(at));
            if (found.containsKey(name)) {
                return Optional.of(found);
            }
            if (at == 0) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The texts of the object at the front; empty where there is none that is whole. */
    private static Map<String, String> read(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName().toLowerCase(Locale.ROOT);
                JsonToken value = in.nextToken();
                if (value.isScalarValue()) {
                    texts.put(name, in.getString().strip());
                } else {
                    in.skipChildren();
                }
            }
            return texts;
        } catch (JacksonException e) {
            return Map.of();
        }
    }
}
