package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.data.DataLines;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of words in data files, as the lexicon needs them. */
final class LexiconLines {

    private LexiconLines() {}

    /** Verbs and phrases with the operations under which they stand. */
    static Map<String, Set<String>> byPhrase(Map<String, List<DataLines.Line>> operations) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        operations.forEach((operation, lines) ->
                lines.forEach(line -> List.of(line.value().split(", "))
                        .forEach(phrase -> found.merge(phrase, Set.of(operation), LexiconLines::both))));
        return found;
    }

    /** Names with the words behind them; of a name that stands in several lines, those of all. */
    static void read(Map<String, List<DataLines.Line>> data, String section, Map<String, Set<String>> into) {
        for (DataLines.Line line : data.getOrDefault(section, List.of())) {
            line.names().forEach(name -> into.merge(name, Set.of(line.value().split(" ")), LexiconLines::both));
        }
    }

    static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return Set.copyOf(both);
    }

    /** The value of the line with a name; nothing where there is none. */
    static String line(Map<String, List<DataLines.Line>> data, String section, String name) {
        return data.getOrDefault(section, List.of()).stream()
                .filter(line -> line.names().contains(name))
                .map(DataLines.Line::value)
                .findFirst()
                .orElse("");
    }

    /** The words in all lines of a section. */
    static Set<String> all(Map<String, List<DataLines.Line>> data, String section) {
        Set<String> found = new HashSet<>();
        data.getOrDefault(section, List.of())
                .forEach(line -> found.addAll(List.of(line.value().split(" "))));
        return found;
    }

    /** The words in the line with a name. */
    static Set<String> words(Map<String, List<DataLines.Line>> data, String section, String name) {
        return new HashSet<>(List.of(line(data, section, name).split(" ")));
    }
}
