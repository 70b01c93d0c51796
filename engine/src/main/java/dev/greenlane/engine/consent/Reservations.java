package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.DeedWords;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Meanings;
import dev.greenlane.engine.consent.deed.Sought;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the user keeps back of what they order: {@code empty the bucket, but keep the bucket itself}. */
final class Reservations {

    /** A part of what is ordered is kept in any case, or not what was ordered: {@code its disk stays}. */
    private static final Sought PART = Sought.any(kept("part"));

    /** What only adds to what was ordered or thanks for it. */
    private static final Pattern ADDITION = DeedWords.whole(kept("addition"));

    /** What asks to hear of it. */
    private static final Sought REPORT = Sought.any(kept("asked to hear"));

    /** What says that something else is to be done. */
    private static final Sought REPLACEMENT = Sought.any(DeedWords.DEEDS.words("around", "replacement"));

    /** Of what is emptied or used, and not what is taken. */
    private static final Sought ITSELF = Sought.any(kept("itself"));

    /** {@code nothing hard}, where the command has {@code --hard}. */
    static final Pattern NOTHING =
            Pattern.compile("(?iu)^\\W*(?:\\p{L}{1,5}\\s+)?" + DeedWords.anyOf(kept("nothing")) + "\\s");

    private static final Pattern QUESTION = Pattern.compile(
            "(?i)^\\W*(?:(?:and|so|ok|okay|hm+|huh|wait)[, ]+)*(?:who|whose|what|which|why|where|when|how)\\b");

    private static final Pattern RECURSIVE = Pattern.compile("-[a-zA-Z]*[rR][a-zA-Z]*|--recursive");

    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");

    private Reservations() {}

    private static Set<String> kept(String what) {
        return DeedWords.DEEDS.words("kept", what);
    }

    /**
     * Whether a reservation of which nobody can tell what it is about may be about an object that was ordered.
     *
     * @param reservation a prohibition, or a wish to be asked first
     */
    static boolean hold(Clause reservation, Clause order, Deed deed, Item item) {
        if (reservation.mood() == Mood.ASK_FIRST) {
            return reservation.message() >= order.message();
        }
        if (PART.isIn(reservation.quote())) {
            return false;
        }
        if (reservation.mentions().stream().anyMatch(mention -> liesIn(mention, deed, item))) {
            return true;
        }
        return reservation.mentions().stream()
                .anyMatch(mention ->
                        item.whole() || item.text().contains("*") ? mention.tells() : mayMean(mention, order, deed));
    }

    /**
     * What was said after an order that may have changed the speaker's mind: something that orders nothing, or orders something
     * else to be done to the same thing.
     */
    static Optional<Clause> after(Clause order, List<Clause> newestFirst, Meanings meanings, Item item) {
        return newestFirst.stream()
                .filter(clause -> clause.message() > order.message())
                .filter(clause -> changesMind(clause, newestFirst, meanings, item))
                .findFirst();
    }

    /** Whether something is meant that was listed in what the command takes with all there is in it. */
    private static boolean liesIn(Mention mention, Deed deed, Item item) {
        if (deed.command().stream().noneMatch(word -> RECURSIVE.matcher(word).matches())) {
            return false;
        }
        Set<String> around = Thing.pieces(item.text());
        return deed.scene().things().all().stream()
                .filter(thing -> thing.context().containsAll(around))
                .anyMatch(thing -> Stream.concat(mention.words().stream(), mention.names().stream())
                        .anyMatch(said -> thing.pieces().containsAll(Thing.pieces(said))));
    }

    /** What was said, with the order or after it, to leave alone something that the command names: {@code leave pg-live alone}. */
    static Optional<Clause> sparing(Clause order, List<Clause> newestFirst, Deed deed) {
        return newestFirst.stream()
                .filter(clause -> clause.message() >= order.message()
                        && (clause.mood() == Mood.PROHIBITION
                                || clause.mood() == Mood.STATEMENT
                                        && NOTHING.matcher(clause.quote()).find()))
                .filter(clause -> clause.operations().isEmpty()
                        || clause.operations().contains("change")
                        || !Collections.disjoint(clause.operations(), deed.operations()))
                .filter(clause -> !ITSELF.isIn(clause.quote()))
                .filter(clause -> clause.mentions().stream()
                                .filter(mention -> mention.classes().isEmpty())
                                .anyMatch(mention -> mention.names().stream()
                                                .anyMatch(name -> clause.mood() == Mood.PROHIBITION
                                                        && isUsed(name, mention, deed))
                                        || mention.words().stream().anyMatch(word -> isWay(word, mention, order, deed)))
                        || clause.mentions().stream()
                                .flatMap(mention -> mention.classes().stream())
                                .anyMatch(each -> isOption(each, order, deed)))
                .findFirst();
    }

    /** Whether something is kept out of what is ordered, where nobody can tell what the command takes: {@code all but 3}. */
    static boolean exempts(Clause order, List<Clause> clauses, Deed deed) {
        return clauses.stream()
                .filter(clause -> clause.message() >= order.message() && clause.mood() == Mood.PROHIBITION)
                .filter(clause ->
                        clause.operations().isEmpty() || !Collections.disjoint(clause.operations(), deed.operations()))
                .anyMatch(clause -> clause.mentions().stream().anyMatch(Mention::tells));
    }

    /** Whether a word is of the command alone, such as an option, and not of what was ordered: {@code nothing public}. */
    private static boolean isWay(String word, Mention mention, Clause order, Deed deed) {
        return word.length() > 2
                && !mention.within().contains(word)
                && order.mentions().stream()
                        .noneMatch(each ->
                                each.words().contains(word) || each.said().contains(word))
                && deed.items().stream().noneMatch(item -> item.pieces().contains(word))
                && (deed.scene().words().stream()
                                .filter(each -> each.startsWith("-") || each.length() < 40)
                                .anyMatch(each -> Thing.pieces(each).contains(word))
                        || deed.scene().words().contains(word));
    }

    /** Whether an option of the command is for a sort of thing, and the order does not speak of it: {@code --cleanup-tag}. */
    private static boolean isOption(String sort, Clause order, Deed deed) {
        return order.mentions().stream()
                        .noneMatch(each ->
                                each.classes().contains(sort) || each.said().contains(sort))
                && deed.command().stream()
                        .filter(word -> word.startsWith("--") && word.indexOf('=') < 0)
                        .anyMatch(word -> Thing.pieces(word).contains(sort)
                                && Thing.pieces(word).size() > 1);
    }

    private static boolean isUsed(String name, Mention mention, Deed deed) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return wanted.length() > 1
                && !mention.within().contains(wanted)
                && (deed.values().contains(wanted)
                        || deed.scene().words().stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .flatMap(word -> Stream.of(word.split("[\\s=,@'\"()]+|://")))
                                .anyMatch(word -> word.equals(wanted) || word.startsWith(wanted + ".")));
    }

    private static boolean isQuestion(Clause clause) {
        return clause.mood() == Mood.QUESTION
                || QUESTION.matcher(clause.quote()).find();
    }

    private static boolean isAddition(Clause clause) {
        return ADDITION.matcher(clause.quote()).lookingAt() || REPORT.isIn(clause.quote());
    }

    private static boolean changesMind(Clause clause, List<Clause> all, Meanings meanings, Item item) {
        boolean orders = all.stream()
                .anyMatch(other -> other.message() == clause.message()
                        && !other.operations().isEmpty()
                        && !other.operations().equals(Set.of("approve"))
                        && other.mood() != Mood.QUESTION);
        if (!orders) {
            return clause.mood() != Mood.PROHIBITION
                            && !ADDITION.matcher(clause.quote()).lookingAt()
                            && isQuestion(clause)
                    || clause.mood() != Mood.PROHIBITION
                            && WORD.matcher(clause.quote()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('’', '\''))
                                    .results()
                                    .anyMatch(word -> Lexicon.standard().isHesitation(word.group()))
                            && !isAddition(clause);
        }
        return clause.mood() == Mood.ORDER
                && !clause.operations().equals(Set.of("read"))
                && Collections.disjoint(clause.operations(), meanings.deed().operations())
                && !isAddition(clause)
                && (REPLACEMENT.isIn(clause.quote()) || meanings.names(clause, item));
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
