package dev.greenlane.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A data file whose lines say of words, or of phrases, what they stand for. Immutable. */
public final class WordLists {

    private final Map<String, Map<String, Set<String>>> sections = new LinkedHashMap<>();

    private WordLists(Map<String, List<DataLines.Line>> file) {
        file.forEach((section, lines) -> {
            Map<String, Set<String>> words = new LinkedHashMap<>();
            lines.forEach(
                    line -> words.computeIfAbsent(line.fields().getOrDefault("", ""), meaning -> new LinkedHashSet<>())
                            .addAll(line.names()));
            words.replaceAll((meaning, all) -> Collections.unmodifiableSet(all));
            sections.put(section, Collections.unmodifiableMap(words));
        });
    }

    /**
     * A file that comes with Greenlane.
     *
     * @param name its place below the engine: {@code consent/deeds.yaml}
     * @throws IllegalStateException where the file is missing or is not of this form
     */
    public static WordLists load(String name) {
        return new WordLists(DataLines.load(name));
    }

    /** What the words of a section stand for, with all words for it, in the order in which they are written. */
    public Map<String, Set<String>> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    /** The words of a section that stand for something; none where nothing does. */
    public Set<String> words(String section, String meaning) {
        return section(section).getOrDefault(meaning, Set.of());
    }

    /** What each word of a section stands for. */
    public Map<String, String> meanings(String section) {
        Map<String, String> meanings = new LinkedHashMap<>();
        section(section).forEach((meaning, words) -> words.forEach(word -> meanings.put(word, meaning)));
        return Map.copyOf(meanings);
    }
}
