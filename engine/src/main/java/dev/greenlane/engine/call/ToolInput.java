package dev.greenlane.engine.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of one call, read by the roles that its fields play. */
final class ToolInput {
    private final ToolShape shape;
    private final Map<String, ?> fields;

    ToolInput(ToolShape shape, Map<String, ?> fields) {
        this.shape = shape;
        this.fields = fields;
    }

    /** The input has not the shape that its tool needs; the message says what is wrong. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The same roles, in a part of the input. */
    ToolInput inside(Map<String, ?> part) {
        return new ToolInput(shape, part);
    }

    /** What stands in the first field that can play the role. */
    Optional<Object> any(String role) {
        return shape.fields(role).stream()
                .map(this::field)
                .filter(value -> value != null)
                .findFirst();
    }

    /** Text that must be there and must not be empty. */
    String text(String role) throws Unusable {
        String text = optionalText(role).orElseThrow(() -> missing(role));
        if (text.isBlank()) {
            throw new Unusable("its " + shape.fields(role).get(0) + " is empty");
        }
        return text;
    }

    /** Text that may be missing or empty; several texts are lines. */
    Optional<String> optionalText(String role) throws Unusable {
        Optional<Object> value = any(role);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Object found = value.get();
        if (found instanceof List<?>) {
            return Optional.of(String.join("\n", texts(role, found)));
        }
        if (found instanceof CharSequence || found instanceof Number || found instanceof Boolean) {
            return Optional.of(found.toString());
        }
        throw notText(role);
    }

    /** One command line or several, each as text or as an object of a program and its words; at least one. */
    List<String> commandLines(String role) throws Unusable {
        Object value = any(role).orElseThrow(() -> missing(role));
        List<String> lines = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            lines.add(element instanceof CharSequence text ? text.toString() : programAndWords(role, element));
        }
        if (lines.isEmpty()) {
            throw missing(role);
        }
        return lines;
    }

    private String programAndWords(String role, Object element) throws Unusable {
        ToolInput part = inside(object(element).orElseThrow(() -> notText(role)));
        List<String> line = new ArrayList<>(List.of(part.text(role)));
        if (part.any("words").isEmpty()) {
            return line.get(0);
        }
        line.addAll(part.texts("words"));
        return CommandText.line(line);
    }

    /** One text or several, each as text or as an object that has it in a field of the same role; at least one. */
    List<String> texts(String role) throws Unusable {
        Object value = any(role).orElseThrow(() -> missing(role));
        List<String> texts = value instanceof List<?> ? texts(role, value) : List.of(text(role));
        if (texts.isEmpty()) {
            throw missing(role);
        }
        return texts;
    }

    /** The members of a list of objects. */
    List<Map<String, ?>> parts(String role) throws Unusable {
        Object value = any(role).orElseThrow(() -> missing(role));
        List<Map<String, ?>> parts = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            parts.add(object(element).orElseThrow(() -> new Unusable("its " + role + " are not objects")));
        }
        return parts;
    }

    /** The object in this role; empty where there is none. */
    Map<String, Object> object(String role) {
        return any(role).flatMap(ToolInput::object).orElse(Map.of());
    }

    private List<String> texts(String role, Object list) throws Unusable {
        List<String> texts = new ArrayList<>();
        for (Object element : (List<?>) list) {
            if (element instanceof CharSequence text) {
                texts.add(text.toString());
            } else {
                texts.add(
                        inside(object(element).orElseThrow(() -> notText(role))).text(role));
            }
        }
        return texts;
    }

    private @Nullable Object field(String name) {
        Object value = fields.get(name);
        if (value == null) {
            int dot = name.indexOf('.');
            if (dot > 0) {
                return object(fields.get(name.substring(0, dot)))
                        .map(inner -> inner.get(name.substring(dot + 1)))
                        .orElse(null);
            }
            return caseless(name);
        }
        return value;
    }

    private @Nullable Object caseless(String name) {
        for (Map.Entry<String, ?> entry : fields.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // objects of an input have text keys, see ToolNames.call
    private static Optional<Map<String, Object>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, Object>) map) : Optional.empty();
    }

    private Unusable missing(String role) {
        return new Unusable("it needs the field " + shape.fields(role).get(0));
    }

    private Unusable notText(String role) {
        return new Unusable("its " + shape.fields(role).get(0) + " is not text");
    }
}
