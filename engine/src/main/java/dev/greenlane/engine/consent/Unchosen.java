package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Meanings;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Optional;

/** One of several things of which something was told, so that a certain one is meant: {@code one of my jobs is stuck, kill it}. */
final class Unchosen {

    private Unchosen() {}

    /** Whether an object is one of several that were listed and that may as well be the one that was told of. */
    static boolean is(List<Clause> clauses, Clause order, Meanings meanings, Item item) {
        Optional<Thing> listed = item.listed();
        return listed.isPresent()
                && order.mentions().stream().anyMatch(mention -> mention.pointing() && mention.count() == 1)
                && !meanings.names(order, item)
                && clauses.stream()
                        .filter(clause -> clause.message() == order.message() && clause.mood() == Mood.STATEMENT)
                        .filter(clause -> clause.mentions().stream().anyMatch(mention -> mention.count() == 1))
                        .anyMatch(told -> mayBeAnother(told, meanings, item, listed.get()));
    }

    private static boolean mayBeAnother(Clause told, Meanings meanings, Item item, Thing listed) {
        Deed deed = meanings.deed();
        return deed.scene().things().listedWith(listed).stream()
                .filter(other -> !other.equals(listed))
                .anyMatch(other -> meanings.of(told, item.as(other)) != Fit.OTHER);
    }
}
