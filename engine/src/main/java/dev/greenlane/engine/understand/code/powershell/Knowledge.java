package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of commands and methods: {@code powershell.yaml}, which explains the fields. Immutable. */
final class Knowledge {

    private static final Knowledge STANDARD = new Knowledge(DataLines.load("understand/code/powershell.yaml"));

    private final Map<String, Entry> commands = new HashMap<>();
    private final Map<String, Entry> methods = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private final List<String> verbs = new ArrayList<>();

    private Knowledge(Map<String, List<DataLines.Line>> data) {
        data.getOrDefault("verbs", List.of()).forEach(line -> verbs.addAll(line.names()));
        data.getOrDefault("types", List.of())
                .forEach(line -> types.addAll(words(line.fields().getOrDefault("", ""))));
        fill(data.getOrDefault("commands", List.of()), commands);
        fill(data.getOrDefault("methods", List.of()), methods);
    }

    static Knowledge standard() {
        return STANDARD;
    }

    Optional<Entry> command(String lowerCase) {
        return Optional.ofNullable(commands.get(lowerCase));
    }

    Optional<Entry> method(String lowerCase) {
        return Optional.ofNullable(methods.get(lowerCase));
    }

    /** Whether a command of this name only gets, shows or computes. */
    boolean isQuiet(String lowerCase) {
        return verbs.stream().anyMatch(lowerCase::startsWith);
    }

    /** Whether objects of a .NET type are known, by its name with or without {@code System.}. */
    boolean isType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int generic = lower.indexOf('[');
        String plain = generic > 0 && !lower.endsWith("[]") ? lower.substring(0, generic) : lower;
        return types.contains(plain.startsWith("system.") ? plain.substring("system.".length()) : plain);
    }

    private static void fill(List<DataLines.Line> lines, Map<String, Entry> entries) {
        for (DataLines.Line line : lines) {
            Map<String, String> fields = line.fields();
            Entry entry = new Entry(
                    words(fields.getOrDefault("takes", "")),
                    effects(fields.getOrDefault("does", "")),
                    words(fields.getOrDefault("http", "")),
                    words(fields.getOrDefault("body", "")),
                    words(fields.getOrDefault("runs", "")),
                    words(fields.getOrDefault("gives", "")),
                    Optional.ofNullable(fields.get("unclear")));
            line.names().forEach(name -> entries.put(name.replace("'", ""), entry));
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    private static List<Does> effects(String text) {
        List<Does> effects = new ArrayList<>(1);
        for (String part : text.isEmpty() ? new String[0] : text.split(" *; *")) {
            List<String> words = words(part);
            EffectKind kind = EffectKind.byId(words.get(0))
                    .orElseThrow(() -> new IllegalStateException("powershell.yaml: " + part));
            Set<String> traits = new HashSet<>();
            boolean sends = false;
            for (String word : words.subList(2, words.size())) {
                if (word.startsWith("+")) {
                    traits.add(word.substring(1));
                } else {
                    sends = true;
                }
            }
            effects.add(new Does(kind, List.of(words.get(1).split("\\|")), Set.copyOf(traits), sends));
        }
        return List.copyOf(effects);
    }

    /** What a command or method does. */
    record Entry(
            List<String> takes,
            List<Does> does,
            List<String> http,
            List<String> body,
            List<String> runs,
            List<String> gives,
            Optional<String> unclear) {}

    /** One effect on the first of these parameters that is given. */
    record Does(EffectKind kind, List<String> target, Set<String> traits, boolean sends) {

        /** Whether the target may be a place that is no file. */
        boolean provider() {
            return target.contains("path") || target.contains("literalpath");
        }
    }
}
