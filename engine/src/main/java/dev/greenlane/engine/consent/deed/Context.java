package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Mention;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Whether an object was named just before or after a clause that itself names only where it lies. */
final class Context {

    private final Claim claim;
    private final Clause clause;
    private final Deed deed;

    Context(Claim claim) {
        this.claim = claim;
        this.clause = claim.clause();
        this.deed = claim.deed();
    }

    /** Whether the object was named just before or after, and what the clause itself names is where it lies. */
    boolean namesObject() {
        boolean open = !clause.only()
                && clause.mentions().stream()
                        .allMatch(mention -> (!isWholeTable() || !claim.isOwn(mention) || claim.covers(mention.words()))
                                && (claim.covers(mention.names()) || mention.pointing() && isWithin(mention))
                                && (mention.classes().isEmpty()
                                        || mention.classes().stream()
                                                .anyMatch(each -> !Collections.disjoint(
                                                        Lexicon.standard().families(each), deed.families())))
                                && !mention.mine()
                                && mention.words().stream().noneMatch(Lexicon.standard()::isMeasure));
        return open
                && clause.mentions().stream()
                        .filter(claim::isOwn)
                        .flatMap(mention -> mention.places().stream())
                        .noneMatch(this::isUnknown)
                && !namesAlternative()
                && clause.context().stream()
                        .map(claim::held)
                        .anyMatch(held -> held.isNamed() && (!held.isOnlyWithin() || isOfSort()) || isHolderOf(held));
    }

    /** Whether an environment was said, not production, and the command says where it works and not that it is there. */
    private boolean isUnknown(Place place) {
        return deed.command().stream()
                        .anyMatch(word ->
                                word.equals("-n") || Operations.standard().isContainerOption(word))
                && place.dimension().equals("environment")
                && !place.name().equals("prod")
                && !claim.item().places().contains(place);
    }

    private boolean isWholeTable() {
        return deed.unlimited() && deed.families().equals(Set.of("data"));
    }

    /** Whether the clause speaks of what a thing lies in that was named before: {@code that bucket}. */
    private boolean isHolderOf(Held held) {
        return held.mention().names().stream()
                        .anyMatch(name -> name.startsWith(claim.item().text() + "/"))
                && clause.mentions().stream()
                        .filter(claim::isOwn)
                        .flatMap(mention -> mention.classes().stream())
                        .anyMatch(DeedWords.DEEDS.words("taken", "container")::contains);
    }

    /** Whether the clause calls the object by the sort of thing that the command says it is: {@code the container}. */
    private boolean isOfSort() {
        return clause.mentions().stream()
                .filter(claim::isOwn)
                .flatMap(mention -> mention.classes().stream())
                .anyMatch(deed.command()::contains);
    }

    /** Whether something else that was listed, and that the call leaves out, was spoken of as well: {@code web or worker}. */
    private boolean namesAlternative() {
        return clause.mentions().stream().noneMatch(Mention::plural)
                && deed.scene().things().all().stream()
                        .filter(thing -> deed.items().stream()
                                .noneMatch(each ->
                                        each.listed().filter(thing::equals).isPresent()))
                        .flatMap(thing -> thing.names().stream())
                        .map(Names::normal)
                        .anyMatch(name -> clause.context().stream()
                                .anyMatch(mention -> mention.said().contains(name)
                                        && !mention.within().contains(name)));
    }

    private static boolean isWithin(Mention mention) {
        return mention.names().stream().allMatch(name -> mention.within().contains(name.toLowerCase(Locale.ROOT)));
    }
}
