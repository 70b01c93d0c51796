package dev.greenlane.cli.imports;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Claude Code's {@code settings.json} says of permissions and of auto mode; the names are those of its documentation.
 *
 * @param allow rules of {@code permissions}, as {@code ask} and {@code deny}
 * @param environment sentences of {@code autoMode}, as the three after it
 */
public record ClaudeSettings(
        List<String> allow,
        List<String> ask,
        List<String> deny,
        List<String> environment,
        List<String> autoAllow,
        List<String> softDeny,
        List<String> hardDeny) {

    /** Stands in a list for what the client has built in. */
    private static final String BUILT_IN = "$defaults";

    /** Reads the text of the file. What is not a list of texts counts as none. */
    public static ClaudeSettings read(String json) throws NotJson {
        Map<String, Object> settings = Json.object(json);
        Map<String, Object> permissions = object(settings, "permissions");
        Map<String, Object> autoMode = object(settings, "autoMode");
        return new ClaudeSettings(
                texts(permissions, "allow"),
                texts(permissions, "ask"),
                texts(permissions, "deny"),
                texts(autoMode, "environment"),
                texts(autoMode, "allow"),
                texts(autoMode, "soft_deny"),
                texts(autoMode, "hard_deny"));
    }

    private static Map<String, Object> object(Map<String, Object> of, String name) {
        return Json.asObject(of.getOrDefault(name, Map.of())).orElse(Map.of());
    }

    private static List<String> texts(Map<String, Object> of, String name) {
        List<String> texts = new ArrayList<>();
        if (of.get(name) instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof String text && !text.isBlank() && !text.equals(BUILT_IN)) {
                    texts.add(text.strip());
                }
            }
        }
        return texts;
    }
}
