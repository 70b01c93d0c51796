package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Comparison.Relation;
import dev.greenlane.engine.data.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The words that compare things with each other or with something said, from {@code phrases.yaml}. Immutable. */
public final class Comparisons {

    private static final int MOST_WORDS = 7;
    /** Among how many words the value begins: {@code the start of June}. */
    private static final int NEAR = 4;

    /**
     * What is the most or the least of something.
     *
     * @param of {@code size}, {@code time} or {@code length}
     * @param most whether the most is meant, and not the least
     * @param pair whether it is chosen of two
     */
    public record Extreme(String of, boolean most, boolean pair) {}

    private final Phrases<Relation> relations = new Phrases<>();
    private final Map<String, Extreme> extremes = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> denials;
    private final Set<String> never;
    private final Set<String> unused;
    private final Set<String> numbers;
    private final Set<String> units;
    private final Set<String> setting;

    Comparisons(Map<String, List<DataLines.Line>> phrases, Map<Sort, Set<String>> sorts) {
        never = sorts.getOrDefault(Sort.NOTHING, Set.of());
        numbers = sorts.getOrDefault(Sort.NUMBERS, Set.of());
        setting = sorts.getOrDefault(Sort.SETTING, Set.of());
        units = sorts.getOrDefault(Sort.UNITS, Set.of());
        unused = sorts.getOrDefault(Sort.UNUSED, Set.of());
        denials = sorts.getOrDefault(Sort.DENYING, Set.of());
        for (DataLines.Line line : phrases.getOrDefault("comparisons", List.of())) {
            Relation relation = Relation.valueOf(line.value().toUpperCase(Locale.ROOT));
            line.names().forEach(name -> relations.add(name, relation));
        }
        for (DataLines.Line line : phrases.getOrDefault("extremes", List.of())) {
            String[] meaning = line.value().split(" ");
            boolean most = meaning[0].equals("most") || meaning[0].equals("more");
            Extreme extreme = new Extreme(meaning[1], most, !meaning[0].endsWith("st"));
            line.names().forEach(name -> extremes.put(name, extreme));
        }
        numbers(phrases, "ordinals", ordinals);
        numbers(phrases, "months", months);
        numbers(phrases, "numbers", counts);
    }

    private static void numbers(Map<String, List<DataLines.Line>> data, String section, Map<String, Integer> into) {
        for (DataLines.Line line : data.getOrDefault(section, List.of())) {
            line.names().forEach(name -> into.put(name, Integer.valueOf(line.value())));
        }
    }

    private boolean isValue(String word) {
        return word.chars().anyMatch(Character::isDigit)
                || numbers.contains(word)
                || units.contains(word)
                || months.containsKey(word);
    }

    /** The comparison that begins at a token. */
    Optional<Comparison> at(List<Token> tokens, int at) {
        Optional<Phrases.Found<Relation>> found = relations.at(tokens, at);
        if (found.isEmpty() || at > 0 && setting.contains(tokens.get(at - 1).lower())) {
            return Optional.empty();
        }
        int from = at + found.get().length();
        List<String> than = new ArrayList<>();
        for (int next = from; next < Math.min(tokens.size(), from + MOST_WORDS); next++) {
            if (tokens.get(next).kind() == Token.Kind.MARK) {
                break;
            }
            than.add(tokens.get(next).lower());
        }
        if (than.stream().limit(NEAR).noneMatch(this::isValue)) {
            return Optional.empty();
        }
        List<String> phrase =
                tokens.subList(at, from).stream().map(Token::lower).toList();
        Relation relation = found.get().meaning();
        return Optional.of(new Comparison(isDenied(tokens, at, relation) ? relation.denied() : relation, than, phrase));
    }

    /** {@code not older than a week}; {@code nobody touched it since June}, where the denial may stand farther before. */
    private boolean isDenied(List<Token> tokens, int at, Relation relation) {
        if (relation == Relation.WITHIN) {
            return false;
        }
        int farthest = relation == Relation.LATER ? 0 : at - 1;
        for (int before = at - 1; before >= Math.max(0, farthest); before--) {
            String word = tokens.get(before).lower();
            if (denials.contains(word) && !word.equals("only")
                    || word.endsWith("n't")
                    || before < at - 1 && never.contains(word)
                    || unused.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What a word says that is the most or the least. */
    public Optional<Extreme> extreme(String word) {
        return Optional.ofNullable(extremes.get(word));
    }

    /** Which one in a list a word means, counted from 1; the last one is 0. */
    public OptionalInt ordinal(String word) {
        Integer place = ordinals.get(word);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The number that a word counts with; 0 where it does not. */
    int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    /** The number of a month. */
    public OptionalInt month(String word) {
        Integer month = months.get(word);
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }
}
