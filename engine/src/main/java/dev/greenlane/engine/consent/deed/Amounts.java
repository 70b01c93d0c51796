package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.deed.Amount.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the amounts that were said against those that a call sets: how much, how many, how long. Numbers that tell which things are
 * meant are for {@link Numbering}.
 */
public final class Amounts {

    private static final Set<String> COUNTED = DeedWords.AMOUNTS.words("words", "counted");
    private static final int LONGEST = 4_000;

    /** {@code by two nodes, from 6}: how much more or less, and not how much. */
    private static final Pattern CHANGE =
            Pattern.compile("(?i)\\bby (\\d{1,6})\\b(?!\\s*(?:%|percent|pct))(?=.{0,40}\\bfrom\\s+\\d)");

    private static final Pattern BOUND = Pattern.compile("(?iu)\\b(?:("
            + DeedWords.anyOf(DeedWords.AMOUNTS.words("before", "least")) + ")|("
            + DeedWords.anyOf(DeedWords.AMOUNTS.words("before", "most")) + "))\\s+(\\S+(?:\\s+\\p{L}+)?)");

    private Amounts() {}

    /**
     * What was said and what the call has instead, as a sentence; empty where they agree or have nothing to do with each other.
     *
     * @param quote the order
     * @param beside what else was said with it
     */
    public static Optional<String> differ(String quote, List<String> beside, Deed deed) {
        if (deed.amounts().isEmpty()) {
            return Optional.empty();
        }
        List<Amount> own = SaidAmounts.of(quote);
        List<Amount> others = new ArrayList<>();
        beside.forEach(each -> others.addAll(SaidAmounts.of(each)));
        if (own.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        for (Amount set : deed.amounts()) {
            for (Amount said : without(own, deed.amounts())) {
                if (isSetTo(said)
                        && compete(said, set)
                        && own.stream().noneMatch(each -> isSetTo(each) && each.equalTo(set))
                        && !common(said, set).isEmpty()) {
                    return Optional.of(told(said, set));
                }
            }
        }
        Matcher change = CHANGE.matcher(quote);
        if (change.find()) {
            double by = Double.parseDouble(change.group(1));
            for (Amount set : deed.amounts()) {
                if (set.sort() == Sort.COUNT && set.value() == by && !SetAmounts.isName(set)) {
                    return Optional.of("The user said " + change.group().strip() + ", and the call has " + set.text()
                            + " in all.");
                }
            }
        }
        List<Amount> unsaid = without(without(deed.amounts(), own), others);
        for (Amount set : unsaid) {
            for (Amount said : without(own, deed.amounts())) {
                if (compete(said, set)) {
                    return Optional.of(told(said, set));
                }
            }
            for (Amount said : without(others, deed.amounts())) {
                if (compete(said, set)
                        && (isMeasured(said) || !common(said, set).isEmpty())) {
                    return Optional.of(told(said, set));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * All of an amount that was said with an order and that a call does not keep to, as a sentence.
     *
     * @param beside what else was said with it
     * @param all what was said with it, and it itself
     */
    public static Optional<String> otherwise(String quote, List<String> beside, List<String> all, Deed deed) {
        return differ(quote, beside, deed).or(() -> exceed(all, deed)).or(() -> RelativeAmounts.differ(quote, deed));
    }

    /** A bound that was said and that the call does not keep, as a sentence: {@code at least two} where it sets one. */
    private static Optional<String> exceed(List<String> quotes, Deed deed) {
        for (String quote : quotes) {
            Matcher bound = BOUND.matcher(quote.length() > LONGEST ? quote.substring(0, LONGEST) : quote);
            while (bound.find()) {
                boolean least = bound.group(1) != null;
                for (Amount said : SaidAmounts.of("to " + bound.group(3))) {
                    for (Amount set : deed.amounts()) {
                        boolean beyond = least ? set.value() < said.value() : set.value() > said.value();
                        if (beyond && said.sort() == set.sort() && !SetAmounts.isName(set) && isNumber(set)) {
                            return Optional.of(told(said, set));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(Amount amount) {
        return switch (amount.sort()) {
            case COUNT, BYTES, SECONDS, PERCENT -> true;
            case VERSION, TIME_OF_DAY -> false;
        };
    }

    private static String told(Amount said, Amount set) {
        return "The user said " + said.text() + ", and the call has " + set.text() + ".";
    }

    private static boolean isSetTo(Amount said) {
        return said.role().contains(SaidAmounts.SET);
    }

    private static boolean isMeasured(Amount amount) {
        return switch (amount.sort()) {
            case BYTES, SECONDS, PERCENT -> true;
            case COUNT, VERSION, TIME_OF_DAY -> false;
        };
    }

    private static Set<String> common(Amount said, Amount set) {
        Set<String> common = new LinkedHashSet<>(said.role());
        common.retainAll(set.role());
        return common;
    }

    /** Whether an amount was said that the call sets, and none that it does not. */
    public static boolean agree(String quote, Deed deed) {
        if (deed.amounts().isEmpty()) {
            return false;
        }
        return SaidAmounts.of(quote).stream()
                .anyMatch(each -> deed.amounts().stream()
                        .anyMatch(set -> each.equalTo(set) && !SetAmounts.isName(set) && isSetting(each, set)));
    }

    /** How the amounts are written in which the words and the call agree. */
    public static Set<String> agreed(String quote, Deed deed) {
        Set<String> texts = new LinkedHashSet<>();
        if (!deed.amounts().isEmpty()) {
            for (Amount said : SaidAmounts.of(quote)) {
                for (Amount set : deed.amounts()) {
                    if (said.equalTo(set)) {
                        texts.add(said.text());
                        texts.add(set.text());
                    }
                }
            }
        }
        return texts;
    }

    private static boolean isSetting(Amount said, Amount set) {
        return said.sort() != Sort.COUNT || compete(said, set);
    }

    private static List<Amount> without(List<Amount> some, List<Amount> others) {
        return some.stream()
                .filter(each -> others.stream().noneMatch(each::equalTo))
                .toList();
    }

    /** Whether one may stand for the other: both are of the same thing. */
    private static boolean compete(Amount said, Amount set) {
        if (SetAmounts.isName(set)) {
            return false;
        }
        Set<String> common = common(said, set);
        if (said.sort() == set.sort()) {
            return said.sort() != Sort.COUNT || !common.isEmpty() || isPlain(said);
        }
        if (set.sort() == Sort.COUNT && said.sort() != Sort.VERSION && said.sort() != Sort.TIME_OF_DAY) {
            return Units.mayBe(set.role(), said.sort());
        }
        return said.sort() == Sort.COUNT
                && set.sort() != Sort.VERSION
                && set.sort() != Sort.TIME_OF_DAY
                && !common.isEmpty();
    }

    /** Two bare numbers: one of things that are counted, or one that something is set to. */
    private static boolean isPlain(Amount said) {
        return said.role().contains(SaidAmounts.SET)
                || said.role().contains(SaidAmounts.COUNTED)
                        && said.role().stream().anyMatch(COUNTED::contains);
    }
}
