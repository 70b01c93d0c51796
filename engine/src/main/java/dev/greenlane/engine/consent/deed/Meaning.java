package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Things;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a clause means an object of a deed. For one call, in one thread. */
public final class Meaning {

    /** As it was said. */
    private final Clause said;

    private final Claim claim;
    private final Clause clause;
    private final Deed deed;
    private final Item item;

    /** Whether the object is among those that are chosen by comparing; empty where nothing is compared. */
    private final Set<Fit> compared = EnumSet.noneOf(Fit.class);

    private @Nullable Fit fit;

    Meaning(Clause said, Deed deed, Item item) {
        this.said = said;
        this.deed = deed;
        this.item = item;
        this.clause = chosen(said);
        this.claim = Claim.of(clause, deed, item);
    }

    /** What was said, without what was compared and was found to hold. */
    private Clause chosen(Clause said) {
        Set<String> values = Choosing.values(said);
        boolean named = said.mentions().stream()
                .flatMap(mention -> mention.names().stream())
                .filter(name -> !values.contains(name.toLowerCase(Locale.ROOT)))
                .anyMatch(name -> Names.areOf(name, item));
        boolean scales =
                deed.operations().contains("scale") && !deed.operations().contains("delete");
        if (named || item.whole() || scales) {
            return said;
        }
        List<Mention> rest = new ArrayList<>();
        for (Mention mention : said.mentions()) {
            Choosing choosing = Choosing.of(said, mention, deed, item);
            choosing.fit().ifPresent(compared::add);
            Mention left = choosing.rest();
            if (left.equals(mention) || left.tells() || !left.classes().isEmpty() || left.all()) {
                rest.add(left);
            }
        }
        Stated.of(said, deed, item).ifPresent(compared::add);
        return compared.isEmpty() ? said : said.withMentions(rest);
    }

    /** Whether the object was compared with others, and it is known how. */
    boolean isCompared() {
        return !compared.isEmpty() && !compared.contains(Fit.UNKNOWN);
    }

    /** Whether the clause has the name of the object. */
    boolean names() {
        return said.mentions().stream().map(claim::held).anyMatch(held -> held.isNamed() && !held.isOnlyWithin());
    }

    Fit fit() {
        Fit found = fit;
        if (found == null) {
            found = find();
            fit = found;
        }
        return found;
    }

    private Fit find() {
        if (compared.contains(Fit.OTHER)) {
            return Fit.OTHER;
        }
        Location location = new Location(claim);
        if (clause.mentions().stream()
                .anyMatch(mention -> location.namesAnotherPlace(mention) || location.contradictsOption(mention))) {
            return Fit.OTHER;
        }
        if (clause.mood() != Mood.PROHIBITION && Belongings.areMeant(clause, deed, item)) {
            return Fit.UNKNOWN;
        }
        if (Counting.fewer(clause, deed, !compared.isEmpty())) {
            return Fit.OTHER;
        }
        Fit fit = new Objections(claim).to(asSaid());
        return fit == Fit.MATCH
                        && clause.mood() != Mood.PROHIBITION
                        && (new Ways(claim).goesAnotherWay()
                                || Strength.exceeds(clause, deed)
                                || OptionValues.contradict(clause.quote(), deed))
                ? Fit.UNKNOWN
                : fit;
    }

    private Fit asSaid() {
        if (item.whole() || Release.isOf(claim)) {
            return Release.fits(claim) ? new Whole(claim).fit() : Fit.UNKNOWN;
        }
        Fit fit = ofMentions();
        boolean open = fit == Fit.UNKNOWN && clause.mood() != Mood.PROHIBITION;
        boolean itself = deed.unlimited()
                && deed.families().equals(Set.of("data"))
                && clause.mentions().stream()
                        .anyMatch(mention ->
                                claim.isOwn(mention) && claim.held(mention).isNamed());
        return open && !itself && new Context(claim).namesObject() ? Fit.MATCH : fit;
    }

    private Fit ofMentions() {
        boolean names =
                clause.mentions().stream().anyMatch(mention -> !mention.names().isEmpty());
        boolean complete = clause.mentions().stream().allMatch(mention -> claim.covers(mention.words()));
        List<Fit> fits = new ArrayList<>();
        boolean others = clause.mentions().stream().anyMatch(this::namesObjects)
                || clause.mentions().stream()
                                .filter(mention ->
                                        mention.tells() || !mention.classes().isEmpty())
                                .count()
                        > 1;
        boolean measured = clause.mentions().stream()
                .flatMap(mention -> mention.words().stream())
                .filter(word -> !compared.equals(Set.of(Fit.MATCH)) || !Choosing.ADVERBS.contains(word))
                .anyMatch(word -> Lexicon.standard().isMeasure(word) && !claim.isMeasured(word));
        boolean attested = Contradiction.attests(clause, deed, item);
        Ways ways = new Ways(claim);
        boolean sister = false;
        boolean shown = false;
        boolean chosen = false;
        long telling = clause.mentions().stream().filter(Meaning::isOfSomething).count();
        for (Mention mention : clause.mentions()) {
            boolean beside = telling > (isOfSomething(mention) ? 1 : 0);
            Held held = claim.held(mention);
            Fitting fitting = new Fitting(clause, held, others || beside);
            fitting.chosen(compared.equals(Set.of(Fit.MATCH)) || attested);
            if (held.isNamed()) {
                Fit named = fitting.fit(complete);
                boolean than = measured
                        && clause.mentions().stream()
                                .anyMatch(each -> each.words().contains("than"));
                boolean part = deed.unlimited()
                        && clause.mentions().stream()
                                .filter(claim::isOwn)
                                .flatMap(each -> each.names().stream())
                                .anyMatch(name -> !claim.covers(List.of(name)));
                return named == Fit.MATCH && (than || part || ways.liesElsewhere(mention) || ways.goesElsewhere())
                        ? Fit.UNKNOWN
                        : named;
            }
            sister |= held.namesSister();
            shown |= clause.mood() != Mood.PROHIBITION && mention.pointing() && !mention.tells() && isShown(mention);
            chosen |= !mention.names().isEmpty() || mention.words().stream().anyMatch(this::chooses);
            boolean named = clause.only() && names && mention.names().isEmpty();
            Fit fit = fitting.fit(complete);
            if (beside && !isOfSomething(mention) && fit != Fit.OTHER && !(attested && claim.isOwn(mention))) {
                continue;
            }
            boolean head = mention.pointing() || !mention.classes().isEmpty();
            if (fitting.isToldOtherwise() && head && claim.isOwn(mention)) {
                return Fit.OTHER;
            }
            fits.add(named && fit == Fit.MATCH ? Fit.UNKNOWN : fit);
        }
        if (sister) {
            return Fit.OTHER;
        }
        if (measured && !(shown && !chosen) && !fits.contains(Fit.OTHER)) {
            return Fit.UNKNOWN;
        }
        if (fits.contains(Fit.MATCH) || shown && !chosen && !fits.contains(Fit.OTHER)) {
            return Fit.MATCH;
        }
        if (fits.isEmpty() && compared.equals(Set.of(Fit.MATCH))) {
            return Fit.MATCH;
        }
        return fits.isEmpty() || fits.contains(Fit.UNKNOWN) ? Fit.UNKNOWN : Fit.OTHER;
    }

    /** Whether names were said that are not only those of what the objects lie in. */
    private boolean namesObjects(Mention mention) {
        return mention.names().stream()
                .anyMatch(name -> !claim.covers(List.of(name))
                        || deed.items().stream().anyMatch(other -> Names.areOf(name, other))
                        || deed.scene().targets().values().stream().anyMatch(targets -> targets.contains(name)));
    }

    /** Whether a word tells things that were listed apart. */
    private boolean chooses(String word) {
        Lexicon lexicon = Lexicon.standard();
        return lexicon.isRank(word)
                || lexicon.state(word).isPresent()
                || deed.scene().things().all().stream().anyMatch(thing -> Pieces.has(thing.pieces(), word));
    }

    /** Whether a pointing word means what was listed last: {@code delete all of those}. */
    private boolean isShown(Mention mention) {
        Things things = deed.scene().things();
        long newest = things.all().stream().filter(things::isNewest).count();
        return item.listed().filter(things::isNewest).isPresent() && (mention.plural() || newest == 1);
    }

    private static boolean isOfSomething(Mention mention) {
        return mention.tells() || !mention.classes().isEmpty();
    }
}
