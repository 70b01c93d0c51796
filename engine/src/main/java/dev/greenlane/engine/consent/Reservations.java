package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the user keeps back of what they order: {@code empty the bucket, but keep the bucket itself}. */
final class Reservations {

    /** A part of what is ordered is kept in any case, or not what was ordered: {@code its disk stays}. */
    private static final Pattern PART = Pattern.compile("(?i)\\b(?:its|their)\\b");

    private Reservations() {}

    /**
     * Whether a reservation of which nobody can tell what it is about may be about an object that was ordered.
     *
     * @param reservation a prohibition, or a wish to be asked first
     */
    static boolean hold(Clause reservation, Clause order, Deed deed, Item item) {
        if (reservation.mood() == Mood.ASK_FIRST) {
            return reservation.message() >= order.message();
        }
        if (PART.matcher(reservation.quote()).find()) {
            return false;
        }
        return reservation.mentions().stream()
                .anyMatch(mention -> item.whole() ? mention.tells() : mayMean(mention, order, deed));
    }

    /** {@code the bucket}: of such a thing as is spoken of in the order, or as the deed touches where the order does not say. */
    private static boolean mayMean(Mention mention, Clause order, Deed deed) {
        if (!mention.pointing() || mention.tells() || mention.classes().isEmpty()) {
            return false;
        }
        Set<String> ordered = new LinkedHashSet<>();
        order.mentions().forEach(each -> ordered.addAll(each.classes()));
        if (!ordered.isEmpty()) {
            return !Collections.disjoint(ordered, mention.classes());
        }
        Lexicon lexicon = Lexicon.standard();
        List<String> commanded =
                deed.command().stream().filter(lexicon::isClass).toList();
        return commanded.isEmpty()
                ? mention.classes().stream()
                        .anyMatch(each -> !Collections.disjoint(lexicon.families(each), deed.families()))
                : !Collections.disjoint(commanded, mention.classes());
    }
}
