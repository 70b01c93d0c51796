package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.data.DataLines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of the data files {@code operations.yaml}, {@code places.yaml} and {@code phrases.yaml}. Immutable. */
public final class Lexicon {

    /** What a word or phrase does to the clause it stands in. */
    enum Cue {
        PROHIBITS,
        LETS,
        KEEPS,
        LIMITS,
        EXCLUDES,
        CONCEDES,
        CONDITIONS,
        IDLE,
        ASKS,
        AFFIRMS,
        WITHDRAWS,
        WONDERS,
        INQUIRES,
        REQUESTS,
        PERFORMS,
        LATER,
        LOOKS,
        SCOPES,
        AUTHORS
    }

    /** Words that say how a message is built. */
    enum Sort {
        /** What turns against, or follows from, what was said before: {@code but}. */
        TURNS,
        JOINS,
        /** What a point in time is called by. */
        TIMES,
        /** What tells by what means something is to be done, before it is told what. */
        MEANS,
        OPENINGS,
        SUBJECTS,
        STATES,
        /** How long something is to last: {@code until}. */
        LASTING,
        /** The second halves of verbs: {@code down}. */
        PARTICLES
    }

    /** A verb in one of its forms. */
    record Verb(Set<String> operations, Form form, boolean ambiguous) {}

    /** A verb where it stands: {@code length} tokens, and perhaps a second part behind its object. */
    record VerbAt(Verb meaning, int length, int tail, int tailLength) {

        int words() {
            return length + tailLength;
        }
    }

    /** A verb with its object before its last words. */
    private record Parted(List<String> tail, Verb verb) {}

    private static final String GAP = " … ";

    /** An operation word that stands for whatever puts a thing right. */
    public static final String VAGUE = "vague";

    /** What a word of a command line stands for that tells only that something is changed: {@code patch}. */
    public static final String ANY = "any";

    private static final int FARTHEST = 14;

    private static final Lexicon STANDARD = new Lexicon(
            DataLines.load("consent/operations.yaml"),
            DataLines.load("consent/places.yaml"),
            DataLines.load("consent/phrases.yaml"));

    private final Map<String, Verb> verbs = new HashMap<>();
    private final Phrases<Verb> verbPhrases = new Phrases<>();
    private final Map<String, List<Parted>> parted = new HashMap<>();
    /** Forms of the past by verb. */
    private final Map<String, List<String>> irregular = new HashMap<>();

    private final Map<Cue, Phrases<Cue>> cues = new HashMap<>();
    private final Map<Sort, Set<String>> sorts = new EnumMap<>(Sort.class);
    private final Map<String, Place> places = new HashMap<>();
    private final Phrases<Place> placePhrases = new Phrases<>();
    private final Map<String, Set<String>> acts = new HashMap<>();
    private final Map<String, Set<String>> effects = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Set<String>> families = new HashMap<>();
    private final Map<String, Place> sides = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Set<String> containers;
    private final Set<String> binding;
    private final Set<String> delegated;
    private final Set<String> content;
    private final Set<String> plainVerbs;
    private final Set<String> measures;
    private final Set<String> ranks;
    private final Map<String, Set<String>> tools = new HashMap<>();
    private final Set<String> general;
    private final Set<String> noise;
    private final Set<String> units;
    private final Set<String> pronouns;
    private final Set<String> plurals;
    private final Set<String> inside;
    private final Set<String> nothing;
    private final Set<String> abbreviations;
    private final Set<String> checks;
    private final Set<String> scheduled;
    private final Set<String> told;
    private final Set<String> needs;
    private final Set<String> now;
    private final Set<String> hesitations;
    private final Map<String, Set<String>> commands = new HashMap<>();
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();

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
            Map<String, List<DataLines.Line>> placesData,
            Map<String, List<DataLines.Line>> phrases) {
        Set<String> ambiguous = words(operations, "nouns", "ambiguous");
        for (Sort sort : Sort.values()) {
            sorts.put(sort, words(phrases, "building", sort.name().toLowerCase(Locale.ROOT)));
        }
        for (DataLines.Line line : phrases.getOrDefault("irregular", List.of())) {
            irregular.put(plain(line), line.names());
        }
        for (DataLines.Line line : operations.getOrDefault("verbs", List.of())) {
            Set<String> meaning = Set.of(plain(line).split(" "));
            line.names().forEach(name -> verb(name, meaning, ambiguous));
        }
        for (String phrase : line(operations, "vague", "phrases").split(", ")) {
            verbPhrases.add(phrase, new Verb(Set.of(VAGUE), Form.BASE, false));
        }
        verbs.forEach((word, verb) -> verbPhrases.add(word, verb));
        placesData.forEach((dimension, lines) -> lines.forEach(line -> {
            Place place = new Place(dimension, plain(line));
            line.names().forEach(name -> {
                places.put(name, place);
                placePhrases.add(name, place);
            });
        }));
        for (DataLines.Line line : phrases.getOrDefault("moods", List.of())) {
            Cue cue = Cue.valueOf(plain(line).toUpperCase(Locale.ROOT));
            Phrases<Cue> all = cues.computeIfAbsent(cue, each -> new Phrases<>());
            line.names().forEach(name -> all.add(name, cue));
        }
        read(operations, "acts", acts);
        read(operations, "commands", commands);
        read(operations, "tools", tools);
        read(operations, "effects", effects);
        read(operations, "families", families);
        read(operations, "values", values);
        read(phrases, "kinds", kinds);
        read(phrases, "classes", classes);
        for (DataLines.Line line : operations.getOrDefault("sides", List.of())) {
            line.names().forEach(kind -> sides.put(kind, new Place("side", plain(line))));
        }
        for (DataLines.Line line : operations.getOrDefault("states", List.of())) {
            State state = new State(Set.copyOf(line.names()), Set.of(plain(line).split(" ")));
            line.names().forEach(name -> states.put(name, state));
        }
        general = words(operations, "general", "operations");
        ranks = words(phrases, "measures", "ranks");
        measures = words(phrases, "measures", "dates");
        measures.addAll(ranks);
        delegated = words(operations, "arguments", "delegated");
        binding = words(operations, "arguments", "binding");
        content = words(operations, "arguments", "content");
        plainVerbs = words(operations, "arguments", "verbs");
        containers = words(operations, "containers", "options");
        noise = words(phrases, "noise", "words");
        units = words(phrases, "pointing", "units");
        pronouns = words(phrases, "pointing", "pronouns");
        plurals = words(phrases, "pointing", "plurals");
        inside = words(phrases, "pointing", "inside");
        checks = words(phrases, "pointing", "checks");
        scheduled = words(phrases, "pointing", "scheduled");
        told = words(phrases, "pointing", "told");
        needs = words(phrases, "pointing", "needs");
        now = words(phrases, "pointing", "now");
        hesitations = words(phrases, "pointing", "hesitations");
        abbreviations = words(phrases, "pointing", "abbreviations");
        nothing = words(phrases, "pointing", "nothing");
    }

    public static Lexicon standard() {
        return STANDARD;
    }

    /** Names with the words behind them; of a name that stands in several lines, those of all. */
    private static void read(Map<String, List<DataLines.Line>> data, String section, Map<String, Set<String>> into) {
        for (DataLines.Line line : data.getOrDefault(section, List.of())) {
            line.names().forEach(name -> into.merge(name, Set.of(plain(line).split(" ")), Lexicon::both));
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return Set.copyOf(both);
    }

    private static String plain(DataLines.Line line) {
        return line.fields().getOrDefault("", "");
    }

    private static String line(Map<String, List<DataLines.Line>> data, String section, String name) {
        return data.getOrDefault(section, List.of()).stream()
                .filter(line -> line.names().contains(name))
                .map(Lexicon::plain)
                .findFirst()
                .orElse("");
    }

    private static Set<String> words(Map<String, List<DataLines.Line>> data, String section, String name) {
        return new HashSet<>(List.of(line(data, section, name).split(" ")));
    }

    private void verb(String name, Set<String> meaning, Set<String> ambiguous) {
        if (!name.contains(" ")) {
            put(name, Form.BASE, meaning, ambiguous.contains(name));
            forms(name).forEach(each -> put(each.text(), each.form(), meaning, ambiguous.contains(each.text())));
            return;
        }
        String head = name.substring(0, name.indexOf(' '));
        String rest = name.substring(name.indexOf(' '));
        phrase(head, rest, meaning, Form.BASE);
        forms(head).forEach(each -> phrase(each.text(), rest, meaning, each.form()));
    }

    private List<Forms.Inflected> forms(String verb) {
        List<Forms.Inflected> forms = new ArrayList<>(Forms.of(verb));
        irregular
                .getOrDefault(verb, List.of())
                .forEach(past -> forms.add(new Forms.Inflected(past, past.equals(verb) ? Form.BASE : Form.PAST)));
        return forms;
    }

    private void phrase(String head, String rest, Set<String> meaning, Form form) {
        if (rest.startsWith(GAP)) {
            List<String> tail = List.of(rest.substring(GAP.length()).split(" "));
            parted.computeIfAbsent(head, each -> new ArrayList<>())
                    .add(new Parted(tail, new Verb(meaning, form, false)));
            return;
        }
        Verb known = verbs.get(head + rest);
        Set<String> all = new LinkedHashSet<>(known == null ? Set.of() : known.operations());
        all.addAll(meaning);
        verbs.put(head + rest, new Verb(Set.copyOf(all), form, false));
    }

    private void put(String word, Form form, Set<String> meaning, boolean ambiguous) {
        Verb known = verbs.get(word);
        Set<String> all = new LinkedHashSet<>();
        if (known != null) {
            all.addAll(known.operations());
        }
        all.addAll(meaning);
        boolean doubtful = ambiguous || form == Form.THIRD;
        verbs.put(word, new Verb(Set.copyOf(all), known == null ? form : known.form(), doubtful));
    }

    /** Whether a word is of a sort. */
    boolean is(Sort sort, String word) {
        return sorts.getOrDefault(sort, Set.of()).contains(word);
    }

    /** The verb that begins at a token; of several words that go with it, all that they may mean. */
    Optional<VerbAt> verb(List<Token> tokens, int at) {
        if (!tokens.get(at).isWord() && !tokens.get(at).lower().contains("-")) {
            return Optional.empty();
        }
        Optional<VerbAt> plain = separated(tokens, at)
                .or(() -> verbPhrases.at(tokens, at).map(found -> new VerbAt(found.meaning(), found.length(), at, 0)));
        return parted(tokens, at, plain).or(() -> plain);
    }

    /** A verb of several words with its object between them: {@code bring the job to an end}. */
    private Optional<VerbAt> parted(List<Token> tokens, int at, Optional<VerbAt> plain) {
        VerbAt longest = null;
        Set<String> operations = new LinkedHashSet<>();
        for (Parted each : parted.getOrDefault(tokens.get(at).lower(), List.of())) {
            int tail = indexOf(each.tail(), tokens, at + 2);
            if (tail > 0 && each.tail().size() + 1 > plain.map(VerbAt::length).orElse(0)) {
                operations.addAll(each.verb().operations());
                if (longest == null || each.tail().size() > longest.tailLength()) {
                    longest = new VerbAt(each.verb(), 1, tail, each.tail().size());
                }
            }
        }
        if (longest == null) {
            return Optional.empty();
        }
        plain.ifPresent(verb -> operations.addAll(verb.meaning().operations()));
        Verb meaning = new Verb(operations, longest.meaning().form(), false);
        int length = plain.map(VerbAt::length).orElse(1);
        return Optional.of(new VerbAt(meaning, length, longest.tail(), longest.tailLength()));
    }

    private static int indexOf(List<String> words, List<Token> tokens, int from) {
        int end = Math.min(tokens.size(), from + FARTHEST) - words.size();
        for (int at = from; at <= end && tokens.get(at - 1).kind() != Token.Kind.MARK; at++) {
            if (isAt(words, tokens, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(List<String> words, List<Token> tokens, int at) {
        for (int word = 0; word < words.size(); word++) {
            if (!tokens.get(at + word).lower().equals(words.get(word))) {
                return false;
            }
        }
        return true;
    }

    /** A verb whose second half stands behind its object: {@code take the server down}. */
    private Optional<VerbAt> separated(List<Token> tokens, int at) {
        int end = Math.min(tokens.size(), at + FARTHEST);
        for (int next = at + 2; next < end && tokens.get(next).kind() != Token.Kind.MARK; next++) {
            if (is(Sort.PARTICLES, tokens.get(next).lower())) {
                Verb verb = verbs.get(
                        tokens.get(at).lower() + " " + tokens.get(next).lower());
                if (verb != null) {
                    return Optional.of(new VerbAt(verb, 1, next, 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The operations that a noun for a deed stands for: {@code removal}. */
    Set<String> act(String word) {
        return acts.getOrDefault(word, Set.of());
    }

    /** The operations of the verbs that a word may be meant for that is none: {@code delte}. */
    Set<String> misspelled(String word) {
        if (word.length() < Spelling.SHORTEST || isKnown(word)) {
            return Set.of();
        }
        Set<String> found = new LinkedHashSet<>();
        verbs.forEach((verb, meaning) -> {
            if (meaning.form() == Form.BASE && Spelling.isNear(word, verb)) {
                found.addAll(meaning.operations());
            }
        });
        return found;
    }

    private boolean isKnown(String word) {
        return isNoise(word)
                || isClass(word)
                || isMeasure(word)
                || verbs.containsKey(word)
                || acts.containsKey(word)
                || places.containsKey(word)
                || states.containsKey(word)
                || units.contains(word)
                || kinds.containsKey(word);
    }

    /** The operations that a word stands for. */
    public Set<String> operations(String word) {
        Verb verb = verbs.get(word);
        return verb == null ? Set.of() : verb.operations();
    }

    /** The operations that a word of a command line or of a tool's name stands for; empty where it says not what is done. */
    public Set<String> commanded(String word) {
        Set<String> known = commands.get(word);
        return known != null ? known : commands.getOrDefault(word.replaceFirst("-.*", ""), Set.of());
    }

    /** What does the contrary of these operations, where access is given or taken. */
    public Set<String> contrary(Set<String> operations) {
        boolean takes = operations.contains("delete") || operations.contains("revoke");
        boolean gives = operations.contains("create") || operations.contains("grant");
        if (takes == gives) {
            return Set.of();
        }
        return takes ? Set.of("grant", "create", "permit", "change") : Set.of("revoke", "delete", "change");
    }

    /** Whether a word of a tool's name says by itself what is done: {@code invite}. */
    public boolean isPlainVerb(String word) {
        return plainVerbs.contains(word);
    }

    /** The operations that a word of a tool's name stands for. */
    public Set<String> ofTool(String word) {
        return both(commanded(word), tools.getOrDefault(word, Set.of()));
    }

    /** Whether an order leaves to the agent of which object an effect is, where a tool with these words in its name has it. */
    public boolean isDelegated(String kind, List<String> words) {
        return kind.equals("unknown")
                || kind.equals("communication") && words.stream().anyMatch(delegated::contains);
    }

    /** Whether a condition asks for a fact, and does not wait for something to happen: {@code if}. */
    boolean isCheck(String word) {
        return checks.contains(word);
    }

    /** Whether a word is for what lies in a calendar, so that words for a time only tell which one is meant. */
    boolean isScheduled(String word) {
        return scheduled.contains(word);
    }

    /** Whether what follows with {@code to} is only told of somebody: {@code asked}. */
    boolean isTold(String word) {
        return told.contains(word);
    }

    /** Whether a word says that there is to be no delay. */
    boolean isNow(String word) {
        return now.contains(word);
    }

    /** Whether a word, said after an order, may mean that the speaker has thought again: {@code actually}. */
    public boolean isHesitation(String word) {
        return hesitations.contains(word);
    }

    /** Whether a word says that something is of use to somebody: {@code need}. */
    boolean isNeed(String word) {
        return needs.contains(word);
    }

    /** Whether a full stop behind a word ends no sentence. */
    boolean isAbbreviation(String word) {
        return abbreviations.contains(word);
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

    /** The operations any of which covers an effect of this kind with one of these traits. */
    public Set<String> forEffect(String kind, Set<String> traits) {
        Set<String> found = new LinkedHashSet<>();
        for (String trait : traits) {
            found.addAll(effects.getOrDefault(kind + " " + trait, Set.of()));
        }
        return found.isEmpty() ? effects.getOrDefault(kind, Set.of()) : found;
    }

    /** The sorts of things that effects of a kind touch. */
    public Set<String> familiesOf(String kind) {
        return families.getOrDefault(kind, families.getOrDefault("other", Set.of()));
    }

    /** On which side effects of a kind happen, here or elsewhere, where the kind says it. */
    public Optional<Place> side(String kind) {
        return Optional.ofNullable(sides.get(kind));
    }

    /** The operations that a value in a record stands for. */
    public Set<String> operationsOfValue(String value) {
        return values.getOrDefault(value, operations(value));
    }

    /** The state that a word names. */
    public Optional<State> state(String word) {
        return Optional.ofNullable(states.get(word));
    }

    /** Whether an argument of a tool holds whom or what the call is about. */
    public boolean isBinding(String argument) {
        String name = argument.toLowerCase(Locale.ROOT);
        return binding.contains(name) || name.endsWith("_id") || name.endsWith("_ids") || argument.endsWith("Id");
    }

    /** Whether an argument of a tool holds what is said or written, and not of what the call is. */
    public boolean isContent(String argument) {
        return content.contains(argument.toLowerCase(Locale.ROOT));
    }

    /** Whether the meaning of a word needs a fact about the thing: {@code oldest}. */
    public boolean isMeasure(String word) {
        return measures.contains(word);
    }

    /** Whether a word measures time, size or money: {@code days}, {@code gb}. */
    boolean isUnit(String word) {
        return units.contains(word);
    }

    /** Whether a word may stand for something that was spoken of. */
    boolean isPronoun(String word) {
        return pronouns.contains(word);
    }

    /** Whether a small word stands for several things: {@code them}. */
    boolean isPlural(String word) {
        return plurals.contains(word);
    }

    /** Whether a word stands for no thing, or for no thing of a sort: {@code nothing}, {@code no}. */
    boolean isNothing(String word) {
        return nothing.contains(word);
    }

    /** Whether what follows a small word is what a thing lies in: {@code from}. */
    boolean isInside(String word) {
        return inside.contains(word);
    }

    /** What sort of thing a well-known program or product is: {@code postgres} is a {@code database}. */
    public Set<String> kinds(String product) {
        return kinds.getOrDefault(product, Set.of());
    }

    /** Whether a word chooses among things by comparing them: {@code oldest}. */
    public boolean isRank(String word) {
        return ranks.contains(word);
    }

    /** Whether an operation can be forbidden without saying of what. */
    public boolean isGeneral(String operation) {
        return general.contains(operation);
    }

    /** Whether the value of a command's option only says in what its object lies. */
    public boolean isContainerOption(String option) {
        return containers.contains(option);
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
