package dev.greenlane.agents.input;

import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls as agents write them in JSON. Stateless. */
public final class Calls {
    private Calls() {}

    /**
     * The call that a tool's name and its input mean. Never throws.
     *
     * @param input an object; the text of one, as some agents send it; other text, which is then the field {@code input};
     *     null for no input
     */
    public static ToolCall read(String tool, @Nullable Object input) {
        if (input == null || input == Json.Null.NULL) {
            return ToolNames.standard().call(tool, Map.of());
        }
        if (input instanceof String text) {
            return ToolNames.standard().call(tool, unpacked(text));
        }
        return Json.asObject(input)
                .map(fields -> ToolNames.standard().call(tool, fields))
                .orElseGet(() -> new ToolCall.Malformed(tool, "its input is not an object"));
    }

    private static Map<String, Object> unpacked(String text) {
        try {
            return Json.object(text);
        } catch (NotJson e) {
            return Map.of("input", text);
        }
    }
}
