package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.bounded.Recent;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.data.WordLists;
import dev.greenlane.engine.listing.States;
import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * States that tell which things are meant, held against those that were listed: {@code those that have not started yet}, {@code
 * everything that isn't running}. Whatever the words are, states of one sort rule each other out.
 */
final class Stated {

    private static final WordLists DATA = WordLists.load("consent/states.yaml");

    private static final Map<String, String> SAID = DATA.meanings("said");
    private static final Map<String, String> SORTS = DATA.meanings("sorts");
    private static final Map<String, Set<String>> MEANS = meant("means");
    private static final Map<String, Set<String>> NEARLY = meant("also");
    private static final Set<String> WHICH = DATA.words("cues", "which");
    private static final Set<String> NOT = DATA.words("cues", "not");
    private static final Set<String> WHEN = DATA.words("cues", "when");
    private static final Sought EXCEPT = Sought.any(DATA.words("cues", "except"));
    private static final Sought ALSO = Sought.any(DATA.words("cues", "also"));
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final int MOST_WORDS = 120;
    private static final int LONGEST_PHRASE = 3;
    private static final int NEAR = 3;
    private static final int BEFORE = 6;
    private static final int KEPT = 512;

    /**
     * One state that was said.
     *
     * @param word as it was said
     * @param state what that means; the word itself where nobody knows
     */
    private record Told(String word, String state, boolean denied) {}

    private static final Recent<String, List<Told>> TOLD = new Recent<>(KEPT);

    private Stated() {}

    /**
     * Another one where an object was listed in a state that was not meant; it itself where it is in none of those that were ruled
     * out; empty where nothing was said of states, or nothing is known of them.
     */
    static Optional<Fit> of(Clause clause, Deed deed, Item item) {
        Optional<Thing> listed = item.listed();
        if (listed.isEmpty() || EXCEPT.isIn(clause.quote())) {
            return Optional.empty();
        }
        Set<String> shown = States.of(listed.get());
        List<Told> all = TOLD.get(clause.quote(), Stated::told);
        if (ALSO.isIn(clause.quote()) && all.stream().noneMatch(Told::denied)) {
            return Optional.empty();
        }
        List<Fit> fits = new ArrayList<>();
        for (Told told : all) {
            fits.add(shown.isEmpty() ? literally(told, deed, listed.get()) : fit(told, shown));
        }
        if (fits.contains(Fit.MATCH) && all.stream().noneMatch(Told::denied)) {
            // One of several states that were said.
            return Optional.empty();
        }
        if (fits.contains(Fit.OTHER)) {
            return Optional.of(Fit.OTHER);
        }
        boolean denied = all.stream().anyMatch(Told::denied)
                && clause.mentions().stream()
                        .flatMap(mention -> mention.names().stream())
                        .allMatch(name -> item.pieces().containsAll(Thing.pieces(name)));
        return denied && !fits.contains(Fit.UNKNOWN) ? Optional.of(Fit.MATCH) : Optional.empty();
    }

    private static Fit fit(Told told, Set<String> shown) {
        Set<String> meant = meant(MEANS, told.state());
        Set<String> comparable = new LinkedHashSet<>(shown);
        comparable.removeIf(state -> !SORTS.getOrDefault(state, state).equals(SORTS.get(told.state())));
        if (comparable.isEmpty()) {
            return Fit.UNKNOWN;
        }
        boolean is = !Collections.disjoint(comparable, meant);
        if (told.denied()) {
            return is ? Fit.OTHER : Fit.MATCH;
        }
        boolean nearly = !Collections.disjoint(comparable, meant(NEARLY, told.state()));
        return is ? Fit.MATCH : nearly ? Fit.UNKNOWN : Fit.OTHER;
    }

    private static Set<String> meant(Map<String, Set<String>> section, String state) {
        return section.getOrDefault(state, Set.of(state));
    }

    /** What states stand for, with themselves: {@code means}, or what they do not quite rule out: {@code also}. */
    private static Map<String, Set<String>> meant(String section) {
        Map<String, Set<String>> meant = new HashMap<>();
        DATA.section(section)
                .forEach((states, names) ->
                        names.forEach(name -> meant.computeIfAbsent(name, each -> new LinkedHashSet<>(Set.of(each)))
                                .addAll(List.of(states.split(" ")))));
        return Map.copyOf(meant);
    }

    /** Whether a denied state stands in the thing's row as it was said, where it stands in some row. */
    private static Fit literally(Told told, Deed deed, Thing thing) {
        boolean listed = told.denied()
                && deed.scene().things().listedWith(thing).stream().anyMatch(each -> has(each, told.word()));
        return !listed ? Fit.UNKNOWN : has(thing, told.word()) ? Fit.OTHER : Fit.MATCH;
    }

    private static boolean has(Thing thing, String word) {
        return thing.properties().values().stream().anyMatch(word::equalsIgnoreCase);
    }

    /** The states that tell in a text which things are meant. */
    private static List<Told> told(String quote) {
        String text = quote.toLowerCase(Locale.ROOT).replaceAll("['’]", "");
        List<String> words = List.of(APART.split(text));
        words = words.subList(0, Math.min(MOST_WORDS, words.size()));
        List<Told> told = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int length = Math.min(LONGEST_PHRASE, words.size() - at);
            while (length > 0 && !SAID.containsKey(String.join(" ", words.subList(at, at + length)))) {
                length--;
            }
            List<String> near = words.subList(Math.max(0, at - NEAR), at);
            boolean denied = near.stream().anyMatch(NOT::contains);
            boolean waits = words.subList(Math.max(0, at - BEFORE), at).stream().anyMatch(WHEN::contains);
            if (length > 0) {
                String phrase = String.join(" ", words.subList(at, at + length));
                if (!waits && (denied || near.stream().anyMatch(WHICH::contains))) {
                    told.add(new Told(phrase, SAID.getOrDefault(phrase, phrase), denied));
                }
                at += length - 1;
            } else if (at > 0
                    && NOT.contains(words.get(at - 1))
                    && words.get(at).length() > NEAR) {
                told.add(new Told(words.get(at), words.get(at), true));
            }
        }
        return told;
    }
}
