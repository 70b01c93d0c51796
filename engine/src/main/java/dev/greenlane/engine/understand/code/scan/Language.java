package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a language: its grammar and its marks. Immutable. */
final class Language {

    private final String name;
    private final Grammar grammar;
    private final Set<String> modifiers;
    private final Set<String> environments;
    private final String program;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    private Language(String name, Map<String, List<DataLines.Line>> data) {
        this.name = name;
        Map<String, String> fields = new HashMap<>();
        for (DataLines.Line line : data.getOrDefault("grammar", List.of())) {
            fields.put(line.names().get(0), line.fields().getOrDefault("", ""));
        }
        this.grammar = Grammar.of(fields);
        this.modifiers = Set.copyOf(words(fields.get("modifiers")));
        this.environments = Set.copyOf(words(fields.get("environments")));
        this.program = fields.getOrDefault("program", name);
        for (DataLines.Line line : data.getOrDefault("aliases", List.of())) {
            line.names().forEach(alias -> aliases.put(alias, line.fields().getOrDefault("", "")));
        }
        for (DataLines.Line line : data.getOrDefault("marks", List.of())) {
            Mark mark = mark(line);
            line.names().forEach(called -> marks.put(called, mark));
        }
    }

    /** The language whose data file has this name. */
    static Language load(String name) {
        return new Language(name, DataLines.load("understand/code/" + name + ".yaml"));
    }

    String name() {
        return name;
    }

    Grammar grammar() {
        return grammar;
    }

    /** The program that runs a file in this language. */
    String program() {
        return program;
    }

    /** Whether this word may stand before a name that is given a value, or before a value, and changes nothing. */
    boolean isModifier(String word) {
        return modifiers.contains(word);
    }

    /** Whether this is the variable that holds the environment. */
    boolean isEnvironment(String name) {
        return environments.contains(name);
    }

    /** The name a module or function is described under. */
    String canonical(String called) {
        for (int end = called.length(); end > 0; end = called.lastIndexOf('.', end - 1)) {
            String alias = aliases.get(called.substring(0, end));
            if (alias != null) {
                return alias + called.substring(end);
            }
        }
        return called;
    }

    /** What a call of this name does: the name itself, or {@code ?.} and its last part. */
    Optional<Mark> mark(String called) {
        String canonical = canonical(called);
        Mark mark = marks.get(canonical);
        int dot = canonical.lastIndexOf('.');
        return Optional.ofNullable(mark == null && dot > 0 ? marks.get("?" + canonical.substring(dot)) : mark);
    }

    private Mark mark(DataLines.Line line) {
        Map<String, String> fields = new HashMap<>(line.fields());
        Mark mark = new Mark(
                does(fields.remove("does"), line),
                words(fields.remove("runs")),
                words(fields.remove("http")),
                words(fields.remove("body")),
                words(fields.remove("opens")),
                words(fields.remove("listens")),
                words(fields.remove("gives")),
                Optional.ofNullable(fields.remove("connects")),
                Optional.ofNullable(fields.remove("evaluates")),
                Optional.ofNullable(fields.remove("recursive")),
                Optional.ofNullable(fields.remove("unclear")));
        if (!fields.isEmpty()) {
            throw new IllegalStateException(name + ".yaml: " + line.names() + " has unknown fields " + fields.keySet());
        }
        return mark;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    private List<Mark.Does> does(@Nullable String text, DataLines.Line line) {
        List<Mark.Does> effects = new ArrayList<>(1);
        for (String part : text == null ? new String[0] : text.split(" *; *")) {
            List<String> words = words(part);
            EffectKind kind = EffectKind.byId(words.get(0))
                    .orElseThrow(() -> new IllegalStateException(name + ".yaml: " + line.names() + ": " + part));
            Set<String> traits = new HashSet<>();
            List<String> carries = new ArrayList<>(0);
            for (String word : words.subList(2, words.size())) {
                if (word.startsWith("+")) {
                    traits.add(word.substring(1));
                } else {
                    carries.add(word.substring(1));
                }
            }
            String target = words.get(1).startsWith("=") ? words.get(1).replace('_', ' ') : words.get(1);
            effects.add(new Mark.Does(kind, target, Set.copyOf(traits), List.copyOf(carries)));
        }
        return List.copyOf(effects);
    }
}
