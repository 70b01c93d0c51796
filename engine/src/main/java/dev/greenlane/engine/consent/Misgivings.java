package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Forcing;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Location;
import dev.greenlane.engine.consent.deed.Meanings;
import dev.greenlane.engine.consent.deed.Strength;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Mention;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes it doubtful that an order which covers a deed is an order for just that. For one call, in one thread. */
final class Misgivings {

    private final List<String> messages;
    private final List<Clause> clauses;
    private final Deed deed;
    private final Meanings meanings;
    /** These are the same for all objects of the deed; found out when the first of them is asked about. */
    private @Nullable Boolean elsewhere;

    private @Nullable Boolean forced;

    /**
     * @param messages what the user has said, oldest first
     * @param clauses the clauses of it, newest first
     */
    Misgivings(List<String> messages, List<Clause> clauses, Meanings meanings) {
        this.messages = messages;
        this.clauses = clauses;
        this.deed = meanings.deed();
        this.meanings = meanings;
    }

    /**
     * The first doubt; empty where there is none.
     *
     * @param open what another clause leaves open
     * @param beyond what another clause says of going beyond it
     * @param doubts clauses of which nobody can tell whether they hold here
     */
    Optional<Opinion> about(Clause order, Item item, @Nullable Opinion open, Opinion beyond, List<Clause> doubts) {
        Optional<Clause> later = Reservations.after(order, clauses, meanings, item);
        if (later.isPresent()) {
            return doubt(later.get(), "It cannot be told whether that leaves what was said before as it was.");
        }
        if (concernPlace()) {
            return doubt(order, "It cannot be told whether it is meant there, and so.");
        }
        if (isForced()) {
            return Optional.of(new Opinion.Unbound(order.quote(), "Nobody has spoken of doing it by force.", true));
        }
        if (beyond instanceof Opinion.Beyond && (isVague(order) || item.whole())) {
            return doubt(order, "It cannot be told whether " + item.text() + " is what is meant.");
        }
        if (open != null && isVague(order) && order.only()) {
            return Optional.of(open);
        }
        if (Unchosen.is(clauses, order, meanings, item)
                || HeldBack.isOfAnother(clauses, order, meanings, item)
                || HeldBack.holds(messages, order, meanings, item)) {
            return doubt(order, "It cannot be told whether " + item.text() + " is what is meant.");
        }
        Optional<Clause> spared = Reservations.sparing(order, clauses, deed);
        if (spared.isPresent()) {
            return doubt(spared.get(), "It cannot be told whether that holds for " + item.text() + ".");
        }
        for (Clause doubt : doubts) {
            if (Reservations.hold(doubt, order, deed, item)) {
                return doubt(doubt, "It cannot be told whether that holds for " + item.text() + ".");
            }
        }
        return Optional.empty();
    }

    /** Whether the call does somewhere else, or past a guard, what was said. */
    boolean concernPlace() {
        if (elsewhere == null) {
            elsewhere = Location.strays(clauses, deed) || Strength.goesRound(messages, deed);
        }
        return elsewhere;
    }

    /** Whether the call uses force that nobody spoke of. */
    private boolean isForced() {
        if (forced == null) {
            forced = Forcing.isUnsaid(messages, deed);
        }
        return forced;
    }

    /** Whether an order says nothing of what it is about but where that is, so that what follows it says that. */
    private static boolean isVague(Clause order) {
        return order.mentions().stream().noneMatch(mention -> mention.tells() || mention.all())
                || order.mentions().stream()
                        .findFirst()
                        .filter(Misgivings::isPronoun)
                        .isPresent();
    }

    private static boolean isPronoun(Mention mention) {
        return mention.pointing()
                && !mention.tells()
                && !mention.all()
                && mention.classes().isEmpty();
    }

    private static Optional<Opinion> doubt(Clause clause, String why) {
        return Optional.of(new Opinion.Unbound(clause.quote(), why, false));
    }
}
