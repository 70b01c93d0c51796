package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds the places that were said against those where an object is. */
final class PlaceFit {

    private final Lexicon lexicon = Lexicon.standard();
    private final Held held;
    private final Mention mention;
    private final Deed deed;
    private final Item item;
    private final Set<Place> wanted;
    private final String quote;
    private final Evidence evidence;

    PlaceFit(Clause clause, Held held, Evidence evidence) {
        this.held = held;
        this.mention = held.mention();
        this.deed = held.deed();
        this.item = held.item();
        this.wanted = mention.places().isEmpty() ? clause.places() : mention.places();
        this.quote = clause.quote();
        this.evidence = evidence;
    }

    void gather() {
        Set<Place> said = new LinkedHashSet<>(wanted);
        Set<Place> places = new LinkedHashSet<>(item.places());
        Set<Place> ofName = new LinkedHashSet<>();
        Thing.pieces(item.text()).forEach(piece -> lexicon.place(piece).ifPresent(ofName::add));
        Set<Place> around = new LinkedHashSet<>(item.around());
        around.removeAll(ofName);
        around.removeIf(place -> !isEnvironment(place));
        if (!ofName.isEmpty() && !around.isEmpty() && held.isNamed()) {
            // What the name says of a place is part of the name: the place is where the command works.
            said.removeIf(place -> ofName.contains(place) && spoken(place) < 2);
            places.removeIf(PlaceFit::isEnvironment);
            places.addAll(around);
        }
        for (Place place : said) {
            List<Place> known = places.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .toList();
            boolean there = said.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .anyMatch(known::contains);
            boolean everywhere = mention.all() && place.dimension().equals("side");
            if (there || everywhere) {
                evidence.agrees = true;
                evidence.listedThere |= isEnvironment(place) && isListedIn(place);
            } else if (known.isEmpty()) {
                // Whoever says production and gets less has lost nothing; only code lives here and elsewhere.
                boolean code =
                        deed.families().contains("vcs") && !deed.families().contains("people");
                boolean side = place.dimension().equals("side");
                evidence.doubt |= side && (code || place.name().equals("local") && isOnServer());
                evidence.unplaced |= !side && !place.name().equals("prod");
            } else {
                evidence.against = true;
            }
        }
    }

    /** Whether the object is in production, and nobody said so. */
    boolean isUnsaidProduction() {
        return item.places().stream().anyMatch(PlaceFit::isProduction)
                && wanted.stream().noneMatch(PlaceFit::isProduction);
    }

    /** Whether production was said, and nobody knows whether the object is there. */
    boolean isUnknownProduction() {
        return wanted.stream().anyMatch(PlaceFit::isProduction)
                && item.places().stream().noneMatch(PlaceFit::isProduction);
    }

    private static boolean isProduction(Place place) {
        return place.name().equals("prod");
    }

    /** Whether the data lies on another machine: {@code psql -h db-1}. */
    private boolean isOnServer() {
        return Servers.areAway(deed.command());
    }

    /** Whether the listing says of this thing, and not of all, that it is of such a place: {@code the test accounts}. */
    private boolean isListedIn(Place place) {
        return item.listed().filter(thing -> isIn(thing, place)).isPresent()
                && deed.scene().things().all().stream().anyMatch(other -> !isIn(other, place));
    }

    private boolean isIn(Thing thing, Place place) {
        return thing.properties().values().stream()
                .anyMatch(value -> lexicon.place(value.toLowerCase(Locale.ROOT))
                        .filter(place::equals)
                        .isPresent());
    }

    private static boolean isEnvironment(Place place) {
        return place.dimension().equals("environment");
    }

    /** How often a place was said. */
    private int spoken(Place place) {
        int times = 0;
        for (String word : quote.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            times += lexicon.place(word).filter(place::equals).isPresent() ? 1 : 0;
        }
        return times;
    }
}
