package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.data.DataLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which operations commands, tools and effects stand for, from {@code operations.yaml}. Immutable. */
public final class Operations {

    /** What a word of a command line stands for that tells only that something is changed: {@code patch}. */
    static final String ANY = "any";

    private static final Operations STANDARD = new Operations(DataLines.load("consent/operations.yaml"));

    private final Map<String, Set<String>> commands;
    private final Map<String, Set<String>> tools;
    private final Map<String, Set<String>> effects;
    private final Map<String, Set<String>> values;
    private final Map<String, Set<String>> families;
    private final Map<String, Place> sides = new HashMap<>();
    private final Set<String> containers;
    private final Set<String> binding;
    private final Set<String> delegated;
    private final Set<String> content;
    private final Set<String> plainVerbs;
    private final Set<String> general;

    private Operations(Map<String, List<DataLines.Line>> data) {
        commands = read(data, "commands");
        tools = read(data, "tools");
        effects = read(data, "effects");
        families = read(data, "families");
        values = read(data, "values");
        for (DataLines.Line line : data.getOrDefault("sides", List.of())) {
            line.names().forEach(kind -> sides.put(kind, new Place("side", line.value())));
        }
        general = words(data, "general", "operations");
        delegated = words(data, "arguments", "delegated");
        binding = words(data, "arguments", "binding");
        content = words(data, "arguments", "content");
        plainVerbs = words(data, "arguments", "verbs");
        containers = words(data, "containers", "options");
    }

    public static Operations standard() {
        return STANDARD;
    }

    /** Names with the words behind them; of a name that stands in several lines, those of all. */
    private static Map<String, Set<String>> read(Map<String, List<DataLines.Line>> data, String section) {
        Map<String, Set<String>> found = new HashMap<>();
        for (DataLines.Line line : data.getOrDefault(section, List.of())) {
            line.names().forEach(name -> found.merge(name, Set.of(line.value().split(" ")), Operations::both));
        }
        return found;
    }

    private static Set<String> words(Map<String, List<DataLines.Line>> data, String section, String name) {
        Set<String> found = new HashSet<>();
        data.getOrDefault(section, List.of()).stream()
                .filter(line -> line.names().contains(name))
                .forEach(line -> found.addAll(List.of(line.value().split(" "))));
        return found;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(others);
        return Set.copyOf(both);
    }

    /** The operations that a word of a command line or of a tool's name stands for; empty where it says not what is done. */
    Set<String> commanded(String word) {
        Set<String> known = commands.get(word);
        return known != null ? known : commands.getOrDefault(word.replaceFirst("[_-].*", ""), Set.of());
    }

    /** What does the contrary of these operations, where access is given or taken. */
    Set<String> contrary(Set<String> operations) {
        boolean takes = operations.contains("delete") || operations.contains("revoke");
        boolean gives = operations.contains("create") || operations.contains("grant");
        if (takes == gives) {
            return Set.of();
        }
        return takes ? Set.of("grant", "create", "permit", "change") : Set.of("revoke", "delete", "change");
    }

    /** Whether a word of a tool's name says by itself what is done: {@code invite}. */
    boolean isPlainVerb(String word) {
        return plainVerbs.contains(word);
    }

    /** The operations that a word of a tool's name stands for. */
    Set<String> ofTool(String word) {
        return both(commanded(word), tools.getOrDefault(word, Set.of()));
    }

    /** The operations any of which covers an effect of this kind with one of these traits. */
    Set<String> forEffect(String kind, Set<String> traits) {
        Set<String> found = new LinkedHashSet<>();
        for (String trait : traits) {
            found.addAll(effects.getOrDefault(kind + " " + trait, Set.of()));
        }
        return found.isEmpty() ? effects.getOrDefault(kind, Set.of()) : found;
    }

    /** The sorts of things that effects of a kind touch. */
    Set<String> familiesOf(String kind) {
        return families.getOrDefault(kind, families.getOrDefault("other", Set.of()));
    }

    /** On which side effects of a kind happen, here or elsewhere, where the kind says it. */
    Optional<Place> side(String kind) {
        return Optional.ofNullable(sides.get(kind));
    }

    /** The operations that a value in a record stands for. */
    Set<String> ofValue(String value) {
        return values.getOrDefault(value, Lexicon.standard().operations(value));
    }

    /** Whether an argument of a tool holds whom or what the call is about. */
    boolean isBinding(String argument) {
        String name = argument.toLowerCase(Locale.ROOT);
        return binding.contains(name) || name.endsWith("_id") || name.endsWith("_ids") || argument.endsWith("Id");
    }

    /** Whether an argument of a tool holds what is said or written, and not of what the call is. */
    boolean isContent(String argument) {
        return content.contains(argument.toLowerCase(Locale.ROOT));
    }

    /** Whether the value of a command's option only says in what its object lies. */
    boolean isContainerOption(String option) {
        return containers.contains(option);
    }

    /** Whether an order leaves to the agent of which object an effect is, where a tool with these words in its name has it. */
    public boolean isDelegated(String kind, List<String> words) {
        return kind.equals("unknown")
                || kind.equals("communication") && words.stream().anyMatch(delegated::contains);
    }

    /** Whether an operation can be forbidden without saying of what. */
    public boolean isGeneral(String operation) {
        return general.contains(operation);
    }
}
