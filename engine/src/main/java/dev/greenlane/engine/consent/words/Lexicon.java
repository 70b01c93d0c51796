package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.data.DataLines;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of the data files {@code verbs.yaml}, {@code moods.yaml}, {@code sorts.yaml}, {@code phrases.yaml} and {@code
 * places.yaml}. Immutable.
 */
public final class Lexicon {

    /** An operation word that stands for whatever puts a thing right. */
    public static final String VAGUE = "vague";

    private static final Lexicon STANDARD = new Lexicon(
            DataLines.load("consent/verbs.yaml"),
            DataLines.load("consent/moods.yaml"),
            DataLines.load("consent/sorts.yaml"),
            DataLines.load("consent/phrases.yaml"),
            DataLines.load("consent/places.yaml"));

    private final Verbs verbs;
    private final Map<Cue, Phrases<Cue>> cues = new EnumMap<>(Cue.class);
    private final Map<Sort, Set<String>> sorts = new EnumMap<>(Sort.class);
    private final Map<String, Place> places = new HashMap<>();
    private final Phrases<Place> placePhrases = new Phrases<>();
    private final Map<String, Set<String>> acts = new HashMap<>();
    private final Map<String, Set<String>> results = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Set<String> measures;
    private final Set<String> ranks;
    private final Set<String> noise;
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Comparisons comparisons;

    /**
     * A place where a thing lives.
     *
     * @param dimension what kind of place: places of one dimension exclude each other
     */
    public record Place(String dimension, String name) {}

    /**
     * A state in which a thing is not as it should be.
     *
     * @param words all words for it
     * @param puttingRight the operations that put it right
     */
    public record State(Set<String> words, Set<String> puttingRight) {}

    private Lexicon(
            Map<String, List<DataLines.Line>> operations,
            Map<String, List<DataLines.Line>> moods,
            Map<String, List<DataLines.Line>> small,
            Map<String, List<DataLines.Line>> phrases,
            Map<String, List<DataLines.Line>> placesData) {
        for (Sort sort : Sort.values()) {
            sorts.put(sort, LexiconLines.words(small, "sorts", sort.name().toLowerCase(Locale.ROOT)));
        }
        noise = LexiconLines.all(phrases, "noise");
        LexiconLines.read(phrases, "classes", classes);
        verbs = new Verbs(
                withImperatives(operations),
                phrases.getOrDefault("irregular", List.of()),
                LexiconLines.words(phrases, "nouns", "ambiguous"),
                List.of(LexiconLines.line(phrases, "vague", "phrases").split(", ")),
                sorts.getOrDefault(Sort.PARTICLES, Set.of()),
                sorts.getOrDefault(Sort.BEING_NOW, Set.of()),
                sorts.getOrDefault(Sort.MODALS, Set.of()),
                sorts.getOrDefault(Sort.AND, Set.of()));
        placesData.forEach((dimension, lines) -> lines.forEach(line -> {
            Place place = new Place(dimension, line.value());
            line.names().forEach(name -> {
                places.put(name, place);
                placePhrases.add(name, place);
            });
        }));
        moods.forEach((name, lines) -> {
            Cue cue = Cue.valueOf(name.toUpperCase(Locale.ROOT));
            Phrases<Cue> all = cues.computeIfAbsent(cue, each -> new Phrases<>());
            lines.forEach(line -> List.of(line.value().split(", ")).forEach(phrase -> all.add(phrase, cue)));
        });
        LexiconLines.read(phrases, "acts", acts);
        LexiconLines.read(phrases, "results", results);
        LexiconLines.read(phrases, "kinds", kinds);
        for (DataLines.Line line : phrases.getOrDefault("states", List.of())) {
            State state =
                    new State(Set.copyOf(line.names()), Set.of(line.value().split(" ")));
            line.names().forEach(name -> states.put(name, state));
        }
        ranks = LexiconLines.words(phrases, "measures", "ranks");
        measures = LexiconLines.words(phrases, "measures", "dates");
        measures.addAll(ranks);
        comparisons = new Comparisons(phrases, sorts);
    }

    /** Verbs and phrases with their operations, and the forms of them that are no words known otherwise. */
    private Map<String, Set<String>> withImperatives(Map<String, List<DataLines.Line>> operations) {
        Map<String, Set<String>> listed = LexiconLines.byPhrase(operations);
        Imperatives imperatives = new Imperatives(sorts.getOrDefault(Sort.SEPARABLE, Set.of()));
        Map<String, Set<String>> all = new LinkedHashMap<>(listed);
        operations.forEach((operation, lines) ->
                lines.forEach(line -> List.of(line.value().split(", ")).stream()
                        .flatMap(verb -> imperatives.of(line.names().get(0), verb).stream())
                        .filter(form -> !listed.containsKey(form) && !isNoise(form) && !isClass(form))
                        .forEach(form -> all.merge(form, Set.of(operation), LexiconLines::both))));
        return all;
    }

    public static Lexicon standard() {
        return STANDARD;
    }

    /** Whether a word is of a sort. */
    boolean is(Sort sort, String word) {
        return sorts.getOrDefault(sort, Set.of()).contains(word);
    }

    /** The verb that begins at a token; of several words that go with it, all that they may mean. */
    Optional<Verbs.At> verb(List<Token> tokens, int at) {
        return verbs.at(tokens, at);
    }

    /** The operations of the verbs that a word may be meant for that is none: {@code delte}. */
    Set<String> misspelled(String word) {
        return word.length() < Spelling.SHORTEST || isKnown(word) || isPast(word) ? Set.of() : verbs.near(word);
    }

    /** Whether a word is the past of a verb whose past is not regular: {@code died} is regular, {@code went} is not. */
    boolean isPast(String word) {
        return verbs.isPast(word);
    }

    /** The operations that bring about what a word says: {@code gone}. */
    Set<String> result(String word) {
        return results.getOrDefault(word, Set.of());
    }

    /** The operations that a noun for a deed stands for: {@code removal}. */
    Set<String> act(String word) {
        return acts.getOrDefault(word, Set.of());
    }

    private boolean isKnown(String word) {
        return isNoise(word)
                || isClass(word)
                || isMeasure(word)
                || verbs.has(word)
                || acts.containsKey(word)
                || places.containsKey(word)
                || states.containsKey(word)
                || is(Sort.UNITS, word)
                || kinds.containsKey(word);
    }

    /** The operations that a word stands for. */
    public Set<String> operations(String word) {
        return verbs.operations(word);
    }

    /** Whether a word, said after an order, may mean that the speaker has thought again: {@code actually}. */
    public boolean isHesitation(String word) {
        return is(Sort.HESITATIONS, word);
    }

    /** Whether a phrase of this meaning begins at a token; gives its length in tokens. */
    Optional<Integer> cue(Cue cue, List<Token> tokens, int at) {
        Phrases<Cue> all = cues.get(cue);
        return all == null ? Optional.empty() : all.at(tokens, at).map(Phrases.Found::length);
    }

    /** The place that begins at a token. */
    Optional<Phrases.Found<Place>> place(List<Token> tokens, int at) {
        return placePhrases.at(tokens, at);
    }

    /** The place that a word means. */
    public Optional<Place> place(String word) {
        return Optional.ofNullable(places.get(word));
    }

    /** The state that a word names. */
    public Optional<State> state(String word) {
        return Optional.ofNullable(states.get(word));
    }

    /** Whether the meaning of a word needs a fact about the thing: {@code oldest}. */
    public boolean isMeasure(String word) {
        return measures.contains(word);
    }

    /** What sort of thing a well-known program or product is: {@code postgres} is a {@code database}. */
    public Set<String> kinds(String product) {
        return kinds.getOrDefault(product, Set.of());
    }

    /** What is compared with something from a token on. */
    Optional<Comparison> comparison(List<Token> tokens, int at) {
        return comparisons.at(tokens, at);
    }

    /** Words that choose by comparing all that was listed, by their place there, or by a month. */
    public Comparisons comparisons() {
        return comparisons;
    }

    /** The number that a word counts things with: {@code three}; 0 where it is none. */
    int number(String word) {
        return comparisons.count(word);
    }

    /** Whether a word chooses among things by comparing them: {@code oldest}. */
    public boolean isRank(String word) {
        return ranks.contains(word);
    }

    /** Whether a word compares, so that not all can be meant: {@code older}. */
    public boolean isComparison(String word) {
        return isRank(word) && is(Sort.COMPARING, word);
    }

    /** How much may be done with a right that is called so: 1 to read, 2 to write, 3 all; 0 where a word names no right. */
    public int right(String word) {
        return is(Sort.RULING, word) ? 3 : is(Sort.WRITING, word) ? 2 : is(Sort.READING, word) ? 1 : 0;
    }

    /** Whether a word says nothing about which object is meant. */
    public boolean isNoise(String word) {
        return noise.contains(word);
    }

    /** Whether a word says of what sort an object is: {@code branch}, {@code jobs}. */
    public boolean isClass(String word) {
        return classes.containsKey(Forms.singular(word));
    }

    /** What sorts of effects touch things of a class; empty for a word that is none. */
    public Set<String> families(String word) {
        return classes.getOrDefault(Forms.singular(word), Set.of());
    }
}
