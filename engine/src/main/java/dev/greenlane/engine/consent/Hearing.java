package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Amounts;
import dev.greenlane.engine.consent.deed.CommandFit;
import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Fulfilment;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Meanings;
import dev.greenlane.engine.consent.deed.Numbering;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was said of one deed. For one call, in one thread. */
final class Hearing {

    private final List<String> messages;
    private final List<Clause> clauses;
    private final Deed deed;
    private final Meanings meanings;
    private final Misgivings misgivings;

    /**
     * @param messages what the user has said, oldest first
     * @param clauses the clauses of it, newest first
     */
    Hearing(List<String> messages, List<Clause> clauses, Deed deed) {
        this.messages = messages;
        this.clauses = clauses;
        this.deed = deed;
        this.meanings = new Meanings(deed);
        this.misgivings = new Misgivings(messages, clauses, meanings);
    }

    /** A deed of which nobody knows what it touches. */
    Opinion ofNothing() {
        for (Clause clause : clauses) {
            if (clause.mood() == Mood.ONLY_LOOK) {
                return Opinion.UNSAID;
            }
            if (!Coverage.covers(clause, deed)) {
                continue;
            }
            if (clause.mood() == Mood.PROHIBITION
                    && Prohibitions.general(clause)
                    && Prohibitions.forbid(clause, Fit.UNKNOWN)) {
                return new Opinion.Forbidden(clause.quote());
            }
            boolean command = Coverage.ordersAsTheCommand(clause, deed);
            if (isWish(clause) || command) {
                Optional<String> amount = otherAmount(clause);
                if (amount.isPresent()) {
                    return new Opinion.Beyond(clause.quote(), amount.get());
                }
                boolean named =
                        CommandFit.of(clause, deed) == Fit.MATCH || deed.sets() && Amounts.agree(clause.quote(), deed);
                boolean spares = Reservations.sparing(clause, clauses, deed).isPresent()
                        || Reservations.exempts(clause, clauses, deed)
                        || misgivings.concernPlace();
                return (clause.mood() == Mood.ORDER || command) && named && !spares
                        ? new Opinion.Given("your words", clause.quote())
                        : unbound(clause, "It cannot be told which ones this takes.");
            }
        }
        return Opinion.UNSAID;
    }

    Opinion ofItem(Item item) {
        Opinion beyond = Opinion.UNSAID;
        @Nullable Opinion open = null;
        @Nullable Opinion given = null;
        @Nullable Clause order = null;
        List<Clause> doubts = new ArrayList<>();
        int message = -1;
        for (Clause clause : clauses) {
            if (given != null && clause.message() != message) {
                break;
            }
            if (clause.mood() == Mood.ONLY_LOOK) {
                if (given != null) {
                    break;
                }
                return clause.operations().isEmpty() && wasOrdered(clause, item)
                        ? new Opinion.Forbidden(clause.quote())
                        : open != null ? open : beyond;
            }
            if (given == null
                    && clause.mood() == Mood.ASK_FIRST
                    && Coverage.HARMLESS.containsAll(clause.operations())) {
                doubts.add(clause);
                continue;
            }
            if (!Coverage.covers(clause, deed)) {
                continue;
            }
            Fit meant = meanings.of(clause, item);
            Fit fit = meanings.haveOtherNumbers(clause) ? Fit.OTHER : meant;
            if (clause.mood() == Mood.PROHIBITION) {
                boolean forbidden = Prohibitions.forbidMeans(clause, deed)
                        || Prohibitions.forbid(clause, fit)
                        || fit == Fit.MATCH && Prohibitions.areOfSort(clause, deed, item);
                boolean spared = Prohibitions.areOfTheRest(clause) || Prohibitions.spareEmptied(clause, deed, clauses);
                if (forbidden && !(spared && isOrdered(clause.message(), item))) {
                    return new Opinion.Forbidden(clause.quote());
                }
                boolean inside = Reservations.hold(clause, clause, deed, item);
                if (fit == Fit.UNKNOWN || fit == Fit.OTHER && (item.text().contains("*") || inside)) {
                    doubts.add(clause);
                }
            } else if (isWish(clause)
                    || Coverage.setsAmount(clause, deed)
                    || Coverage.ordersAsTheCommand(clause, deed)) {
                Fit told = fit == Fit.OTHER ? fit : Numbering.told(clause, meanings, item, fit);
                Optional<String> amount = meant == Fit.OTHER ? Optional.empty() : otherAmount(clause);
                Opinion wish = amount.<Opinion>map(why -> new Opinion.Beyond(clause.quote(), why))
                        .orElseGet(() -> wish(clause, told, item));
                if (wish instanceof Opinion.Given && given == null) {
                    given = wish;
                    order = clause;
                    message = clause.message();
                } else if (wish instanceof Opinion.Unbound && open == null) {
                    open = wish;
                } else if (Wishes.rank(wish) > Wishes.rank(Opinion.UNSAID) && beyond.equals(Opinion.UNSAID)) {
                    beyond = wish;
                }
            }
        }
        if (given != null && order != null) {
            return misgivings.about(order, item, open, beyond, doubts).orElse(given);
        }
        if (open == null && beyond.equals(Opinion.UNSAID)) {
            return Questions.about(messages, clauses, deed, item);
        }
        return open != null ? open : beyond;
    }

    /** What of an amount was said in the message of an order that the call does not keep to. */
    private Optional<String> otherAmount(Clause order) {
        if (deed.amounts().isEmpty()) {
            return Optional.empty();
        }
        List<Clause> together = clauses.stream()
                .filter(clause -> clause.message() == order.message())
                .toList();
        List<String> beside = together.stream()
                .filter(clause -> clause.mood() != Mood.PROHIBITION && clause.mood() != Mood.QUESTION)
                .map(Clause::quote)
                .filter(quote -> !quote.equals(order.quote()))
                .distinct()
                .toList();
        List<String> all = together.stream().map(Clause::quote).distinct().toList();
        return Amounts.otherwise(order.quote(), beside, all, deed);
    }

    /** Whether what a person takes back had been ordered. */
    private boolean wasOrdered(Clause withdrawal, Item item) {
        return clauses.stream()
                .filter(clause -> clause.message() < withdrawal.message() && clause.mood() == Mood.ORDER)
                .anyMatch(clause -> Coverage.covers(clause, deed) && meanings.of(clause, item) == Fit.MATCH);
    }

    private boolean isOrdered(int message, Item item) {
        return clauses.stream()
                .filter(clause ->
                        clause.message() == message && clause.mood() == Mood.ORDER && Coverage.covers(clause, deed))
                .anyMatch(clause -> !meanings.haveOtherNumbers(clause) && meanings.of(clause, item) == Fit.MATCH);
    }

    static boolean isWish(Clause clause) {
        return switch (clause.mood()) {
            case ORDER, CONDITION, CHECK, ASK_FIRST -> true;
            case PROHIBITION, QUESTION, ONLY_LOOK, SCOPE, STATEMENT -> false;
        };
    }

    private Opinion wish(Clause clause, Fit fit, Item item) {
        if (fit == Fit.OTHER) {
            return beyond(clause, item);
        }
        boolean waits = clause.mood() == Mood.CONDITION || clause.mood() == Mood.CHECK;
        if (waits && !Fulfilment.isMet(clause.condition(), deed.scene().reports())) {
            return new Opinion.Unbound(clause.quote(), "It cannot be told whether the condition is met.", true);
        }
        if (clause.mood() == Mood.ASK_FIRST) {
            return new Opinion.Unbound(clause.quote(), "The user wants to be asked first.", true);
        }
        return fit == Fit.MATCH
                ? new Opinion.Given("your words", clause.quote())
                : unbound(clause, "It cannot be told whether " + item.text() + " is what is meant.");
    }

    private static Opinion unbound(Clause clause, String why) {
        return new Opinion.Unbound(clause.quote(), why, false);
    }

    private static Opinion beyond(Clause clause, Item item) {
        if (clause.only()) {
            return new Opinion.Forbidden(clause.quote());
        }
        return new Opinion.Beyond(
                clause.quote(), "The user's words \"" + clause.quote() + "\" do not mean " + item.text() + ".");
    }
}
