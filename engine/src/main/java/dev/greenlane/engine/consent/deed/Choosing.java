package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Comparison;
import dev.greenlane.engine.consent.words.Comparison.Relation;
import dev.greenlane.engine.consent.words.Comparisons;
import dev.greenlane.engine.consent.words.Comparisons.Extreme;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether an object is among those that a mention chooses by comparing: older than a month, over 2 GB, the largest, the second one.
 * What it is compared by has to be listed.
 *
 * @param fit empty where nothing was compared
 * @param rest the mention without the words for what was found to hold
 */
record Choosing(Optional<Fit> fit, Mention rest) {

    /** Of more things than these nothing is worked out. */
    private static final int MOST = 400;
    /** Nor whether each of more objects than these is the most or the least. */
    private static final int MANY = 20;

    private static final Set<String> INCLUSIVE = Set.of("since", "seit", "depuis", "desde");
    /** {@code last changed before 2025}. */
    static final Set<String> ADVERBS = Set.of("last", "first", "zuletzt");

    private static final Set<String> PARTS = DeedWords.DEEDS.words("around", "part of a list");

    static Choosing of(Clause clause, Mention mention, Deed deed, Item item) {
        Set<String> settled = new LinkedHashSet<>();
        List<Fit> fits = new ArrayList<>();
        for (Comparison comparison : mention.compared()) {
            Spoken.of(comparison).ifPresent(spoken -> {
                Fit fit = compare(comparison, spoken, clause, deed, item);
                boolean describes = comparison.relation() == Relation.WITHIN || lasts(comparison, spoken);
                if (describes && fit != Fit.MATCH) {
                    return;
                }
                fits.add(fit);
                settled.addAll(comparison.phrase());
                settled.addAll(comparison
                        .than()
                        .subList(0, Math.min(spoken.used(), comparison.than().size())));
                comparison.than().stream()
                        .limit(spoken.used())
                        .map(SaidAmounts::stem)
                        .forEach(settled::add);
                comparison.phrase().stream().map(SaidAmounts::stem).forEach(settled::add);
                settled.add(spoken.noun());
                settled.addAll(ADVERBS);
            });
        }
        boolean counted = false;
        for (String word : mention.words()) {
            Optional<Fit> chosen = extreme(word, mention, deed, item).or(() -> ordinal(word, mention, deed, item));
            if (chosen.isPresent()) {
                fits.add(chosen.get());
                settled.add(word);
                settled.addAll(PARTS);
                counted = true;
            }
        }
        if (fits.isEmpty()) {
            return new Choosing(Optional.empty(), mention);
        }
        Fit fit = fits.contains(Fit.OTHER) ? Fit.OTHER : fits.contains(Fit.UNKNOWN) ? Fit.UNKNOWN : Fit.MATCH;
        return new Choosing(Optional.of(fit), fit == Fit.MATCH ? mention.without(settled, counted) : mention);
    }

    /** {@code hangs since two hours}: that long, more or less. */
    private static boolean lasts(Comparison comparison, Spoken spoken) {
        return comparison.phrase().stream().anyMatch(INCLUSIVE::contains)
                && spoken.at(Optional.empty())
                        .filter(range -> range.sort() == Range.Sort.SECONDS)
                        .isPresent();
    }

    /** All words of a clause that only say with what something is compared, in lower case. */
    static Set<String> values(Clause clause) {
        Set<String> values = new LinkedHashSet<>();
        for (Mention mention : clause.mentions()) {
            for (Comparison comparison : mention.compared()) {
                Spoken.of(comparison)
                        .ifPresent(spoken -> values.addAll(comparison
                                .than()
                                .subList(
                                        0,
                                        Math.min(
                                                spoken.used(), comparison.than().size()))));
            }
        }
        return values;
    }

    private static Fit compare(Comparison comparison, Spoken spoken, Clause clause, Deed deed, Item item) {
        Optional<Range> than = spoken.isKnown()
                ? spoken.at(Optional.empty())
                : spoken.at(newest(deed.scene().things()));
        if (than.isEmpty()) {
            return Fit.UNKNOWN;
        }
        boolean inclusive = comparison.phrase().stream().anyMatch(INCLUSIVE::contains);
        List<Range> values = new ArrayList<>();
        Set<String> said = Thing.pieces(clause.quote());
        item.listed()
                .ifPresent(thing -> values.addAll(Measured.of(thing, than.get().sort(), spoken.noun(), said)));
        if (values.isEmpty() && than.get().sort() == Range.Sort.DATE) {
            Moments.in(Names.last(Names.normal(item.text()))).ifPresent(values::add);
        }
        if (values.isEmpty()) {
            return StatementConditions.compare(deed, comparison.relation(), than.get(), inclusive)
                    .orElse(Fit.UNKNOWN);
        }
        List<Fit> fits = values.stream()
                .map(value -> value.compare(comparison.relation(), than.get(), inclusive))
                .distinct()
                .toList();
        return fits.size() == 1 ? fits.getFirst() : Fit.UNKNOWN;
    }

    /** The newest day that anything was listed with. */
    private static Optional<LocalDate> newest(Things things) {
        double newest = Double.NEGATIVE_INFINITY;
        for (Thing thing : things.all().subList(0, Math.min(MOST, things.all().size()))) {
            for (Range date : Measured.of(thing, Range.Sort.DATE, "", Set.of())) {
                newest = Math.max(newest, date.to() - 1);
            }
        }
        return newest == Double.NEGATIVE_INFINITY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay((long) newest));
    }

    private static Optional<Fit> extreme(String word, Mention mention, Deed deed, Item item) {
        Optional<Extreme> extreme = words().extreme(word);
        Optional<Thing> listed = item.listed();
        if (extreme.isEmpty() || listed.isEmpty() || mention.words().contains("than")) {
            return Optional.empty();
        }
        if (deed.items().size() > MANY) {
            return Optional.of(Fit.UNKNOWN);
        }
        List<Thing> rivals = rivals(mention, listed.get(), deed.scene().things());
        if (extreme.get().pair() && rivals.size() != 2) {
            return Optional.empty();
        }
        if (rivals.size() > MOST) {
            return Optional.of(Fit.UNKNOWN);
        }
        for (Range.Sort sort : sorts(extreme.get())) {
            Optional<Fit> fit = Ranking.of(rivals, listed.get(), sort, extreme.get(), mention);
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    private static List<Range.Sort> sorts(Extreme extreme) {
        return switch (extreme.of()) {
            case "size" -> List.of(Range.Sort.BYTES);
            case "time" -> List.of(Range.Sort.DATE, Range.Sort.SECONDS);
            default -> List.of(Range.Sort.SECONDS);
        };
    }

    /** What was listed beside it and is of the same description, and itself. */
    private static List<Thing> rivals(Mention mention, Thing thing, Things things) {
        List<Thing> beside = things.listedWith(thing);
        List<Thing> rivals = beside;
        for (String word : mention.words()) {
            boolean compares =
                    words().extreme(word).isPresent() || Lexicon.standard().isMeasure(word);
            if (!compares && beside.stream().anyMatch(each -> tells(each, word))) {
                rivals = rivals.stream().filter(each -> tells(each, word)).toList();
            }
        }
        return rivals;
    }

    private static boolean tells(Thing thing, String word) {
        Set<String> alike =
                Lexicon.standard().state(word).map(Lexicon.State::words).orElse(Set.of(word));
        return alike.stream().anyMatch(each -> Pieces.has(thing.pieces(), each));
    }

    /** {@code the second one}: of what was listed last. */
    private static Optional<Fit> ordinal(String word, Mention mention, Deed deed, Item item) {
        OptionalInt place = words().ordinal(word);
        List<Thing> newest = deed.scene().things().newest();
        boolean alone = mention.names().isEmpty()
                && mention.compared().isEmpty()
                && mention.words().stream()
                        .allMatch(each -> each.equals(word)
                                || PARTS.contains(each)
                                || words().ordinal(each).isPresent());
        if (place.isEmpty() || !alone || place.getAsInt() > newest.size() || newest.isEmpty()) {
            return Optional.empty();
        }
        int several = Math.max(1, mention.count());
        int first = place.getAsInt() == 0 ? newest.size() - several : place.getAsInt() - 1;
        int at = row(newest, item);
        return at < 0 ? Optional.empty() : Optional.of(at >= first && at < first + several ? Fit.MATCH : Fit.OTHER);
    }

    /** Which of these an object is; below zero where that is not known, as of one that bears a name of several. */
    private static int row(List<Thing> things, Item item) {
        int listed = item.listed().map(things::indexOf).orElse(-1);
        if (listed >= 0) {
            return listed;
        }
        int[] named = IntStream.range(0, things.size())
                .filter(at -> things.get(at).names().stream().anyMatch(item.names()::contains))
                .toArray();
        return named.length == 1 ? named[0] : -1;
    }

    private static Comparisons words() {
        return Lexicon.standard().comparisons();
    }
}
