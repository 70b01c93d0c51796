package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Set;

/** Holds one mention against one object: gathers what speaks for it and against it, and weighs it. For one use. */
final class Fitting {

    private final Lexicon lexicon = Lexicon.standard();
    private final Held held;
    private final Mention mention;
    private final String quote;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;
    private final boolean others;
    private final Evidence evidence = new Evidence();
    private final PlaceFit places;
    private final ListedFit listed;
    private final Beside beside;
    private boolean chosen;

    /** @param others whether the clause names objects, be it this one or others, so that nothing else is meant */
    Fitting(Clause clause, Held held, boolean others) {
        this.held = held;
        this.mention = held.mention();
        this.quote = clause.quote();
        this.deed = held.deed();
        this.item = held.item();
        this.pieces = held.pieces();
        this.others = others || clause.mood() == Mood.PROHIBITION;
        this.places = new PlaceFit(clause, held, evidence);
        this.listed = new ListedFit(held, evidence);
        this.beside = new Beside(held);
    }

    /** Takes it for said that the object is among those that were chosen by comparing. */
    void chosen(boolean holds) {
        chosen = holds;
    }

    /** Whether a listing tells that the object is not as was said: {@code the stopped one}, which runs. */
    boolean isToldOtherwise() {
        return evidence.toldOtherwise;
    }

    /** @param complete whether the command has all the words of the clause */
    Fit fit(boolean complete) {
        places.gather();
        if (evidence.against || !held.isNamed() && beside.namesAnother()) {
            return Fit.OTHER;
        }
        if (held.isNamed()) {
            return named();
        }
        evidence.doubt |= mention.narrowed();
        if (mention.names().stream().anyMatch(name -> Names.contain(name, item))) {
            return inside();
        }
        if (!evidence.doubt && namesRows()) {
            return Fit.MATCH;
        }
        if (complete && isDescribed()) {
            return Fit.MATCH;
        }
        new WordFit(held, evidence).gather();
        evidence.found |= evidence.ofKind && !evidence.strange;
        evidence.doubt |= evidence.strange && item.path() && item.text().endsWith("/*");
        if (mention.mine() && !listed.owner()) {
            evidence.doubt |= !evidence.found || beside.hasRival();
        }
        if (mention.all() && !mention.tells()) {
            evidence.agrees |= !mention.classes().isEmpty();
        }
        if (evidence.against) {
            return Fit.OTHER;
        }
        evidence.found |= chosen
                || mention.mine() && !mention.tells() && mention.classes().isEmpty() && evidence.agrees
                || evidence.listedThere
                || isOfTheAsked()
                || isAllListed()
                || !evidence.strange
                        && (evidence.agrees && !others || isOnlyOne() || mention.all() && evidence.unmatched);
        return evidence.doubt || !evidence.found ? Fit.UNKNOWN : Fit.MATCH;
    }

    /** What is called by its own name. */
    private Fit named() {
        if (held.isOfTheSpeaker() && !mention.owners().isEmpty() && !mention.mine()
                || mention.mine() && Owners.areOfAnother(item, deed.scene())) {
            return Fit.OTHER;
        }
        boolean part = deed.unlimited()
                || held.isOnlyWithin()
                        && (!deed.tool() && deed.families().contains("cloud")
                                || !deed.families().contains("people"));
        List<String> head = mention.said().stream()
                .filter(word -> deed.unlimited() || !mention.within().contains(word))
                .toList();
        boolean headed = !head.isEmpty() && held.covers(head);
        boolean narrower = part
                && !mention.all()
                && !(headed && (!deed.unlimited() || held.covers(mention.words())))
                && !(deed.sets() && Amounts.agree(quote, deed));
        boolean another = held.isOnlyWithin()
                && mention.names().stream().anyMatch(name -> !held.isWithin(name) && !held.covers(List.of(name)));
        return evidence.doubt || evidence.unplaced || narrower || another || held.isElsewhere()
                ? Fit.UNKNOWN
                : Fit.MATCH;
    }

    /** What lies in something that was named. */
    private Fit inside() {
        boolean measured = mention.words().stream().anyMatch(lexicon::isMeasure);
        boolean theirs = mention.mine() && !listed.owner();
        boolean other = mention.names().stream()
                .filter(name -> !held.isWithin(name))
                .filter(name -> !Names.contain(name, item) && !held.isAmong(name))
                .anyMatch(beside::isOnlyOfAnother);
        boolean otherWord = mention.words().stream()
                .filter(word -> !mention.within().contains(word))
                .anyMatch(word -> beside.isOnlyOfAnother(word) || beside.isOnlyOfListed(word));
        if (evidence.against || other || otherWord) {
            return Fit.OTHER;
        }
        return evidence.doubt || theirs || measured || !held.covers(mention.names()) ? Fit.UNKNOWN : Fit.MATCH;
    }

    /** Whether the rows that a statement takes were named by their numbers, and nothing else. */
    private boolean namesRows() {
        List<String> numbers =
                mention.names().stream().filter(name -> !held.isWithin(name)).toList();
        return !deed.values().isEmpty()
                && !numbers.isEmpty()
                && deed.families().contains("data")
                && numbers.stream().allMatch(deed.values()::contains)
                && numbers.containsAll(deed.values())
                && !held.isElsewhere();
    }

    /**
     * Whether the words make up the object's name ({@code the training jobs}: {@code train-0711}), or, where options choose the
     * objects, those options.
     */
    private boolean isDescribed() {
        boolean fact = !mention.titles().isEmpty()
                || mention.words().stream()
                        .anyMatch(word ->
                                lexicon.isMeasure(word) || !mention.names().isEmpty());
        if (evidence.doubt || fact || mention.words().stream().anyMatch(beside::isOnlyOfAnother)) {
            return false;
        }
        if (item.listed().isEmpty() && deed.unlimited() && !mention.words().isEmpty()) {
            return held.covers(mention.words())
                    && (!mention.mine() || pieces.stream().anyMatch(deed.scene().me()::contains));
        }
        if (mention.mine()
                || mention.words().stream().anyMatch(word -> lexicon.state(word).isPresent())) {
            return false;
        }
        List<String> stems = Thing.pieces(item.text().substring(item.text().lastIndexOf('/') + 1)).stream()
                .filter(piece -> piece.matches("[a-z]{3,}") && !lexicon.isClass(piece))
                .filter(piece -> lexicon.place(piece).isEmpty())
                .toList();
        return !stems.isEmpty()
                && stems.stream()
                        .allMatch(stem -> mention.words().stream().anyMatch(word -> Pieces.has(Set.of(stem), word)));
    }

    /**
     * Whether as many were counted as the call takes, and as were listed with the object: {@code both sandboxes}, where two things were
     * listed. Whatever else was said of them describes them.
     */
    private boolean isAllListed() {
        return mention.count() > 1
                && mention.count() == deed.together()
                && (!mention.classes().isEmpty() || mention.pointing())
                && !evidence.toldOtherwise
                && !places.isUnsaidProduction()
                && !places.isUnknownProduction()
                && listed.isWhole(mention.count());
    }

    /** Whether all that was asked for is meant, and this is of it: {@code the flaky issues}, of those listed by that label. */
    private boolean isOfTheAsked() {
        return evidence.asked && !evidence.strange && (mention.plural() || mention.all() || listed.isAlone());
    }

    /**
     * Whether nothing else can be meant: {@code restart the database} where the call restarts one thing, which is a database, and
     * nothing else was listed beside it. In production it has to be said that it is there.
     */
    private boolean isOnlyOne() {
        if (others
                || places.isUnsaidProduction()
                || mention.classes().isEmpty() && !mention.pointing() && !evidence.unmatched) {
            return false;
        }
        boolean counted = mention.count() > 0
                ? mention.count() == deed.together()
                : evidence.unmatched || !mention.plural() && deed.together() == 1;
        boolean alone = deed.scene().things().all().isEmpty()
                || mention.count() > 0 && item.listed().isPresent()
                || item.listed().isPresent() && deed.scene().things().all().size() == 1;
        return counted && alone;
    }
}
