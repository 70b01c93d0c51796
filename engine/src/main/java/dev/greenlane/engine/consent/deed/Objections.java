package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;

/** What is held against an object that fits the words of a clause: what was said before them, and what a listing tells. */
final class Objections {

    private static final Sought THE_OTHER = Sought.any(DeedWords.DEEDS.words("around", "the other"));
    private static final Sought POINTING_BACK = Sought.any(DeedWords.DEEDS.words("around", "pointing back"));

    private final Claim claim;
    private final Clause clause;
    private final Deed deed;
    private final Item item;

    Objections(Claim claim) {
        this.claim = claim;
        this.clause = claim.clause();
        this.deed = claim.deed();
        this.item = claim.item();
    }

    /** What fits but for what was said before, or what a listing tells of it. */
    Fit to(Fit fit) {
        if (fit != Fit.MATCH || clause.mood() == Mood.PROHIBITION) {
            return fit;
        }
        if (isAnotherThan()) {
            return Fit.OTHER;
        }
        boolean named =
                clause.mentions().stream().map(claim::held).anyMatch(held -> held.isNamed() && !held.isOnlyWithin());
        if (named) {
            return fit;
        }
        if (speaksOfAnother()) {
            return Fit.UNKNOWN;
        }
        boolean compared = POINTING_BACK.isIn(clause.quote())
                && clause.context().stream()
                        .filter(mention -> !clause.mentions().contains(mention))
                        .anyMatch(mention -> Choosing.of(clause, mention, deed, item)
                                .fit()
                                .filter(Fit.OTHER::equals)
                                .isPresent());
        return compared ? Fit.OTHER : Contradiction.of(clause, deed, item).orElse(fit);
    }

    /** {@code The other host}, where this one was named before. */
    private boolean isAnotherThan() {
        return THE_OTHER.isIn(clause.quote())
                && clause.mentions().stream()
                        .noneMatch(mention ->
                                claim.isOwn(mention) && claim.held(mention).isNamed())
                && clause.context().stream().map(claim::held).anyMatch(Held::isNamed);
    }

    /** Whether a clause without an object of its own follows one that names something else: {@code fix-7 is merged, delete on origin}. */
    private boolean speaksOfAnother() {
        boolean own = clause.mentions().stream()
                .filter(claim::isOwn)
                .anyMatch(mention -> mention.tells() || !mention.classes().isEmpty() || mention.all());
        return !own
                && item.listed().isEmpty()
                && !item.whole()
                && clause.context().stream()
                        .noneMatch(mention -> claim.held(mention).isNamed())
                && clause.context().stream()
                        .anyMatch(mention -> mention.names().stream()
                                .anyMatch(name -> name.contains("/")
                                        && !claim.held(mention).isWithin(name)
                                        && !claim.covers(List.of(name))));
    }
}
