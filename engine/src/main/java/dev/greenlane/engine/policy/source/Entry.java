package dev.greenlane.engine.policy.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A map in a policy file, read by type; what does not fit becomes a problem and an empty value. */
record Entry(String file, String place, Map<?, ?> map, List<PolicyProblem> problems) {

    /** The file's name without folders and extension. */
    String family() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    void problem(String message) {
        problems.add(new PolicyProblem(file, place, message));
    }

    void allow(Set<String> keys) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String text) || !keys.contains(text)) {
                problem("'" + key + "' is not known here; there are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }

    Optional<String> text(String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof String)) {
            problem("'" + key + "' is not text");
        }
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    boolean flag(String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof Boolean)) {
            problem("'" + key + "' is neither true nor false");
        }
        return Boolean.TRUE.equals(value);
    }

    String require(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            problem("'" + key + "' is missing");
        }
        return text.orElse("");
    }

    <T> T word(String key, Map<String, T> words, T otherwise) {
        Optional<String> text = text(key);
        if (text.isPresent() && !words.containsKey(text.get())) {
            problem("'" + key + "' is " + text.get() + "; it can be "
                    + String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return text.map(words::get).orElse(otherwise);
    }

    /** A list; a single value is a list of one. */
    List<?> list(String key) {
        Object value = map.get(key);
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            if (value instanceof String text) {
                texts.add(text);
            } else {
                problem("'" + key + "' holds something that is not text: " + value);
            }
        }
        return texts;
    }

    Optional<Entry> entry(String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof Map)) {
            problem("'" + key + "' is not a map");
        }
        return value instanceof Map<?, ?> inner ? Optional.of(new Entry(file, key, inner, problems)) : Optional.empty();
    }

    /** The maps of a list, each named by its id. */
    List<Entry> entries(String key, String what) {
        List<Entry> entries = new ArrayList<>();
        for (Object value : list(key)) {
            if (value instanceof Map<?, ?> inner) {
                Object id = inner.get("id");
                entries.add(new Entry(file, what + " " + (id == null ? "without id" : id), inner, problems));
            } else {
                problem("'" + key + "' holds something that is not a map: " + value);
            }
        }
        return entries;
    }

    static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(String.valueOf(key), value));
        return typed;
    }
}
