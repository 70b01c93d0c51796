package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the functions of libraries: {@code python.yaml}. Immutable. */
final class Library {

    private static final Library STANDARD = new Library(DataLines.load("understand/code/python.yaml"));

    private final Map<String, Entry> entries = new HashMap<>();
    /** Entries for all functions of a module or class whose name begins so. */
    private final Map<String, Entry> families = new HashMap<>();

    private final Map<String, String> aliases = new HashMap<>();

    Library(Map<String, List<DataLines.Line>> data) {
        for (DataLines.Line line : data.getOrDefault("aliases", List.of())) {
            line.names().forEach(name -> aliases.put(name, line.fields().get("")));
        }
        for (DataLines.Line line : data.getOrDefault("functions", List.of())) {
            Entry entry = entry(line);
            for (String name : line.names()) {
                if (name.endsWith("*")) {
                    families.put(name.substring(0, name.length() - 1), entry);
                } else {
                    entries.put(name, entry);
                }
            }
        }
    }

    /** The data that comes with Greenlane. */
    static Library standard() {
        return STANDARD;
    }

    /** The name that a function is described under. */
    String canonical(String name) {
        String found = name;
        for (int i = 0; i < 4; i++) {
            String next = step(found);
            if (next.equals(found)) {
                break;
            }
            found = next;
        }
        return found;
    }

    /** Whether this is another name of a module or class. */
    boolean isAlias(String name) {
        return aliases.containsKey(name);
    }

    private String step(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            String alias = aliases.get(name.substring(0, end));
            if (alias != null) {
                return alias.isEmpty() && end < name.length() ? name.substring(end + 1) : alias + name.substring(end);
            }
        }
        return name;
    }

    /** What is known of the function with this {@link #canonical} name. */
    Optional<Entry> find(String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            return Optional.of(entry);
        }
        int dot = name.lastIndexOf('.');
        int underscore = name.indexOf('_', dot + 1);
        return underscore < 0 ? Optional.empty() : Optional.ofNullable(families.get(name.substring(0, underscore + 1)));
    }

    /** What is known of every method of this name, whatever object it belongs to. */
    Optional<Entry> method(String name) {
        return Optional.ofNullable(entries.get("?." + name));
    }

    private static Entry entry(DataLines.Line line) {
        Map<String, String> fields = new HashMap<>(line.fields());
        Entry entry = new Entry(
                takes(words(fields.remove("takes"))),
                does(fields.remove("does"), line),
                words(fields.remove("runs")),
                words(fields.remove("http")),
                words(fields.remove("body")),
                words(fields.remove("opens")),
                words(fields.remove("listens")),
                words(fields.remove("calls")),
                words(fields.remove("shows")),
                words(fields.remove("gives")),
                Optional.ofNullable(fields.remove("hands")),
                Optional.ofNullable(fields.remove("unclear")));
        if (!fields.isEmpty()) {
            throw new IllegalStateException("python.yaml: " + line.names() + " has unknown fields " + fields.keySet());
        }
        return entry;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    private static List<Entry.Parameter> takes(List<String> words) {
        List<Entry.Parameter> parameters = new ArrayList<>(words.size());
        for (String word : words) {
            boolean rest = word.endsWith("...");
            String names = rest ? word.substring(0, word.length() - 3) : word;
            parameters.add(new Entry.Parameter(List.of(names.split("\\|")), rest));
        }
        return List.copyOf(parameters);
    }

    private static List<Entry.Does> does(@Nullable String text, DataLines.Line line) {
        List<Entry.Does> effects = new ArrayList<>(1);
        for (String part : text == null ? new String[0] : text.split(" *; *")) {
            List<String> words = words(part);
            EffectKind kind = EffectKind.byId(words.get(0))
                    .orElseThrow(() -> new IllegalStateException("python.yaml: " + line.names() + ": " + part));
            Set<String> traits = new HashSet<>();
            List<String> carries = new ArrayList<>();
            Certainty certainty = Certainty.CERTAIN;
            for (String word : words.subList(2, words.size())) {
                switch (word.charAt(0)) {
                    case '+' -> traits.add(word.substring(1));
                    case '<' -> carries.add(word.substring(1));
                    case '?' -> certainty = Certainty.POSSIBLE;
                    default -> throw new IllegalStateException("python.yaml: " + line.names() + ": " + part);
                }
            }
            List<String> target = words.get(1).startsWith("=")
                    ? List.of(words.get(1).replace('_', ' '))
                    : List.of(words.get(1).split("\\|"));
            effects.add(new Entry.Does(kind, target, Set.copyOf(traits), List.copyOf(carries), certainty));
        }
        return List.copyOf(effects);
    }
}
