package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts that are said by the one there is: {@code double it}, {@code one more replica}. Worked out on what was listed. */
final class RelativeAmounts {

    private static final Map<String, String> FACTORS = DeedWords.AMOUNTS.meanings("factors");
    private static final Pattern FACTOR = DeedWords.whole(FACTORS.keySet());
    private static final Map<String, String> MORE = DeedWords.AMOUNTS.meanings("more");
    private static final Pattern STEP = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\d{1,6}|\\p{L}{2,9}) ("
            + DeedWords.anyOf(MORE.keySet()) + ")(?![\\p{L}\\p{N}])(?! than)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,4})?");
    private static final int LONGEST = 2_000;
    private static final double NEARLY = 0.501;

    private RelativeAmounts() {}

    /** What was said and is not what the call sets, as a sentence; empty where it is, or where nothing was said so. */
    static Optional<String> differ(String quote, Deed deed) {
        if (!deed.sets() || quote.length() > LONGEST || Amounts.agree(quote, deed)) {
            return Optional.empty();
        }
        Matcher factor = FACTOR.matcher(quote);
        if (factor.find()) {
            double times =
                    Double.parseDouble(FACTORS.getOrDefault(factor.group().toLowerCase(Locale.ROOT), "1"));
            return told(factor.group(), base -> base * times, deed);
        }
        Matcher step = STEP.matcher(quote);
        if (step.find()) {
            Double count = number(step.group(1).toLowerCase(Locale.ROOT));
            boolean less = "less".equals(MORE.get(step.group(2).toLowerCase(Locale.ROOT)));
            return count == null
                    ? Optional.empty()
                    : told(step.group(), base -> less ? base - count : base + count, deed);
        }
        return Optional.empty();
    }

    private static @Nullable Double number(String word) {
        return word.matches("\\d+") ? Double.valueOf(word) : SaidAmounts.spelt(word);
    }

    private static Optional<String> told(String said, DoubleUnaryOperator wanted, Deed deed) {
        Set<Double> bases = bases(deed);
        boolean counts = deed.amounts().stream().anyMatch(RelativeAmounts::isCounted);
        boolean fits = deed.amounts().stream()
                .filter(RelativeAmounts::isCounted)
                .flatMap(set -> numbers(set.text()).stream())
                .anyMatch(set -> bases.stream().anyMatch(base -> Math.abs(wanted.applyAsDouble(base) - set) < NEARLY));
        return !counts || fits ? Optional.empty() : Optional.of("It cannot be told that this is \"" + said + "\".");
    }

    private static boolean isCounted(Amount amount) {
        return switch (amount.sort()) {
            case COUNT, BYTES, SECONDS -> !SetAmounts.isName(amount);
            case PERCENT, VERSION, TIME_OF_DAY -> false;
        };
    }

    /** The numbers that were listed of the objects, and those that the last result of all shows where none were. */
    private static Set<Double> bases(Deed deed) {
        Set<Double> bases = new LinkedHashSet<>();
        deed.items().stream()
                .flatMap(item -> item.listed().stream())
                .map(Thing::properties)
                .forEach(properties -> properties.values().forEach(value -> bases.addAll(numbers(value))));
        if (bases.isEmpty()) {
            deed.scene().reports().stream().limit(1).forEach(report -> bases.addAll(numbers(report.result())));
        }
        return bases;
    }

    private static Set<Double> numbers(String text) {
        Set<Double> numbers = new LinkedHashSet<>();
        NUMBER.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .results()
                .limit(100)
                .forEach(number -> numbers.add(Double.valueOf(number.group())));
        return numbers;
    }
}
