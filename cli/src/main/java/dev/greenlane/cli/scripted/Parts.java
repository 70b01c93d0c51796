package dev.greenlane.cli.scripted;

import dev.greenlane.agents.input.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes values of JSON apart, and puts them together. Stateless. */
final class Parts {
    private Parts() {}

    /** The objects in the list that a member is. */
    static List<Map<String, Object>> objects(Map<String, Object> object, String member) {
        return object.get(member) instanceof List<?> list
                ? list.stream().flatMap(value -> Json.asObject(value).stream()).toList()
                : List.of();
    }

    /** A text member; empty where there is none. */
    static String text(Map<String, Object> object, String member) {
        return object.get(member) instanceof String text ? text : "";
    }

    /** The text in a message's content, which is a text or a list of parts. */
    static String plain(@Nullable Object content) {
        if (content instanceof String text) {
            return text;
        }
        if (content instanceof List<?> parts) {
            return parts.stream().map(Parts::plain).collect(Collectors.joining("\n"));
        }
        return content instanceof Map<?, ?> part ? plain(part.get(part.containsKey("text") ? "text" : "content")) : "";
    }

    /** An object with these names and values, in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** An event of a stream. */
    static String event(Object data) {
        return "data: " + Json.line(data) + "\n\n";
    }

    /** An event of a stream whose name is its data's type. */
    static String named(Map<String, Object> data) {
        return "event: " + text(data, "type") + "\n" + event(data);
    }
}
