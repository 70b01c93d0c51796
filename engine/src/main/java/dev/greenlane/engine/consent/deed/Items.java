package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes objects of names: with what was listed of them, and where they are. */
final class Items {

    private static final int MOST = 500;

    private final Lexicon lexicon = Lexicon.standard();
    private final Things things;

    Items(Things things) {
        this.things = things;
    }

    /** An object, as it was listed where it was. */
    Item item(String text, boolean path, Set<Place> places) {
        return of(text, path, places, thing(text));
    }

    /** Something of which no listing is asked. */
    Item unlisted(String text, boolean path, Set<Place> places) {
        return of(text, path, places, Optional.empty());
    }

    List<Item> ofCandidate(String candidate, boolean set, boolean amongOthers, List<String> words, Set<Place> places) {
        Optional<Thing> thing = thing(candidate);
        if (thing.isEmpty() && amongOthers && isContainer(candidate)) {
            return List.of();
        }
        if (!set || thing.isPresent()) {
            return List.of(of(candidate, false, places, thing));
        }
        String rest = candidate.replaceFirst("^[a-z0-9]+://[^/]+/?", "");
        List<Item> members = new ArrayList<>();
        for (Thing each : things.all()) {
            if (each.names().stream().anyMatch(name -> below(name, candidate, rest)) && included(each, words)) {
                members.add(of(each.names().get(0), false, places, Optional.of(each)));
            }
        }
        return members.isEmpty() ? List.of(unlisted(candidate, false, places)) : limited(members);
    }

    /** Whether a name only says in what the others lie. */
    private boolean isContainer(String candidate) {
        Set<String> pieces = Thing.pieces(candidate);
        return things.all().stream().anyMatch(thing -> thing.context().containsAll(pieces));
    }

    /**
     * Whether a name lies under a prefix: {@code s3://bucket/a/} has {@code a/b}.
     *
     * @param rest the prefix without its scheme and container
     */
    private static boolean below(String name, String prefix, String rest) {
        return name.startsWith(prefix) || !rest.isEmpty() && name.startsWith(rest);
    }

    private static boolean included(Thing thing, List<String> words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).equals("--include")) {
                String pattern = words.get(at + 1);
                return Patterns.isPattern(pattern)
                        && thing.names().stream()
                                .anyMatch(name -> Patterns.matches("*" + pattern, name)
                                        || Patterns.matches("*" + pattern + "/*", name));
            }
        }
        return true;
    }

    /** The things that the values in the command's options choose: {@code -u alex -n dev -l app=web}. */
    List<Item> selected(List<String> words, Set<Place> places) {
        List<String> values = new ArrayList<>();
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            for (String value : word.replaceFirst("^-{1,2}[a-z-]+=", "").split("[=,]")) {
                if (!value.isEmpty() && !value.startsWith("-")) {
                    values.add(value.toLowerCase(Locale.ROOT));
                }
            }
        }
        List<String> telling = values.stream()
                .filter(value -> things.all().stream().anyMatch(thing -> has(thing, value)))
                .toList();
        if (telling.isEmpty()) {
            return List.of();
        }
        return limited(things.all().stream()
                .filter(thing -> telling.stream().allMatch(value -> has(thing, value)))
                .map(thing -> of(thing.names().get(0), false, places, Optional.of(thing)))
                .toList());
    }

    private static boolean has(Thing thing, String value) {
        return thing.names().stream().anyMatch(value::equalsIgnoreCase)
                || thing.properties().values().stream().anyMatch(value::equalsIgnoreCase)
                || thing.context().contains(value);
    }

    private static List<Item> limited(List<Item> items) {
        return items.size() <= MOST ? items : List.of();
    }

    private Optional<Thing> thing(String text) {
        return things.named(Names.bare(text));
    }

    private Item of(String text, boolean path, Set<Place> placesOfCommand, Optional<Thing> thing) {
        Set<String> pieces = new LinkedHashSet<>(Thing.pieces(text));
        thing.ifPresent(each -> pieces.addAll(each.pieces()));
        Set<Place> all = new LinkedHashSet<>(placesOfPieces(pieces));
        add(thing.map(each -> placesOfPieces(each.context())).orElse(Set.of()), all);
        add(placesOfCommand, all);
        return new Item(text, path, false, all, placesOfCommand, thing);
    }

    /** What is known from farther away counts only where nothing nearer says otherwise. */
    private static void add(Set<Place> farther, Set<Place> known) {
        Set<String> dimensions = new LinkedHashSet<>();
        known.forEach(place -> dimensions.add(place.dimension()));
        farther.stream()
                .filter(place -> !dimensions.contains(place.dimension()))
                .forEach(known::add);
    }

    /** The places that a command names. */
    Set<Place> places(List<String> words) {
        Set<String> pieces = new LinkedHashSet<>();
        words.stream().skip(1).forEach(word -> pieces.addAll(Thing.pieces(word)));
        return new LinkedHashSet<>(placesOfPieces(pieces));
    }

    private Set<Place> placesOfPieces(Set<String> pieces) {
        Set<Place> places = new LinkedHashSet<>();
        pieces.forEach(piece -> lexicon.place(piece).ifPresent(places::add));
        return places;
    }
}
