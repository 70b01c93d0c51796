package dev.greenlane.agents.input;

import dev.greenlane.agents.input.Json.NotJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, read by name; a member of another kind than was asked for is one that is missing. */
public final class Fields {
    private static final Fields NONE = new Fields(Map.of());

    private final Map<String, Object> members;

    public Fields(Map<String, Object> members) {
        this.members = members;
    }

    /** Reads the object that is the whole text. */
    public static Fields read(String json) throws NotJson {
        return new Fields(Json.object(json));
    }

    /** The members of a value that is an object; none of any other. */
    public static Fields of(@Nullable Object value) {
        return value == null ? NONE : Json.asObject(value).map(Fields::new).orElse(NONE);
    }

    /** All members, in their order. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(members);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public @Nullable Object value(String name) {
        return members.get(name);
    }

    /** Text that is not blank. */
    public Optional<String> text(String name) {
        return members.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** The text in the first of these members that has one; empty text where none has. */
    public String anyText(String... names) {
        for (String name : names) {
            Optional<String> text = text(name);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    public Fields object(String name) {
        return of(members.get(name));
    }

    public List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }
}
