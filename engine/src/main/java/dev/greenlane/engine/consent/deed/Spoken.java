package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Comparison;
import dev.greenlane.engine.consent.words.Comparison.Relation;
import dev.greenlane.engine.consent.words.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people compare things with: {@code 30 days}, {@code 2 GB}, {@code three restarts}, {@code the end of June 2025}.
 *
 * @param range the value; null where a month was said without its year
 * @param month the number of that month; 0 where it has a year, or nothing is said of a month
 * @param noun what is counted, in the singular; empty where nothing is
 * @param used how many of the words behind the relation say it
 */
record Spoken(@Nullable Range range, int month, boolean end, String noun, int used) {

    private static final Pattern GLUED =
            Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,3})?)([kmgt]i?b?|[smhdwy]|ms|min)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Set<String> SMALL = Set.of(
            "the", "about", "around", "roughly", "der", "dem", "den", "das", "le", "la", "el", "o", "of", "de", "du",
            "d", "von", "del", "do", "mid", "last", "year", "a", "am", "im");
    private static final Set<String> STARTS =
            Set.of("start", "beginning", "anfang", "beginn", "début", "inicio", "início", "comienzo", "principios");
    private static final Set<String> ENDS = Set.of("end", "ende", "fin", "fim", "final", "finales");
    private static final Set<String> OVER = Set.of("ended", "ends", "closed", "finished", "expired", "over");

    /** What a comparison is with; empty where that is no value. */
    static Optional<Spoken> of(Comparison comparison) {
        List<String> words = comparison.than();
        return moment(words).or(() -> amount(words, comparison.relation()));
    }

    private static Optional<Spoken> moment(List<String> words) {
        int at = 0;
        boolean end = false;
        boolean point = false;
        while (at < words.size() && at < 5) {
            String word = words.get(at);
            if (STARTS.contains(word) || ENDS.contains(word)) {
                end = ENDS.contains(word);
                point = true;
            } else if (!SMALL.contains(word) || word.equals("last") || word.equals("year") || word.equals("a")) {
                break;
            }
            at++;
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        OptionalInt month = Lexicon.standard().comparisons().month(word);
        if (month.isPresent()) {
            boolean dated = next.matches("\\d{1,2}(?:st|nd|rd|th)?");
            int year = at + (dated ? 2 : 1);
            return inMonth(words, month.getAsInt(), dated ? next.replaceAll("\\D", "") : "", year, point, end);
        }
        OptionalInt second = Lexicon.standard().comparisons().month(next);
        if (word.matches("\\d{1,2}(?:st|nd|rd|th|\\.)?") && second.isPresent()) {
            return inMonth(words, second.getAsInt(), word.replaceAll("\\D", ""), at + 2, point, end);
        }
        Optional<Range> moment = YEAR.matcher(word).matches()
                ? Optional.of(Moments.year(Integer.parseInt(word)))
                : word.matches("(?:19|20)\\d\\d[-/.]\\d\\d.*") ? Moments.in(word) : Optional.empty();
        int used = at + 1 + (OVER.contains(next) ? 1 : 0);
        boolean over = end || OVER.contains(next);
        boolean bounded = point || over;
        return moment.map(range -> new Spoken(bounded ? point(range, over) : range, 0, false, "", used));
    }

    private static Optional<Spoken> inMonth(
            List<String> words, int month, String day, int year, boolean point, boolean end) {
        boolean dated = year < words.size() && YEAR.matcher(words.get(year)).matches();
        if (!dated) {
            return Optional.of(new Spoken(null, month, end, "", year));
        }
        int number = Integer.parseInt(words.get(year));
        Optional<Range> range = day.isEmpty()
                ? Optional.of(Moments.month(number, month))
                : Moments.day(number, month, Integer.parseInt(day));
        return range.map(each -> new Spoken(point ? point(each, end) : each, 0, false, "", year + 1));
    }

    private static Range point(Range range, boolean end) {
        return Range.exact(range.sort(), end ? range.to() : range.from());
    }

    private static Optional<Spoken> amount(List<String> words, Relation relation) {
        int at = 0;
        while (at + 1 < words.size() && Set.of("the", "about", "around", "half").contains(words.get(at))) {
            at++;
        }
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        Matcher glued = GLUED.matcher(word);
        boolean digits = glued.matches();
        Double spelled = SaidAmounts.number(word);
        if (!digits && spelled == null) {
            return Optional.empty();
        }
        double number = digits ? Double.parseDouble(glued.group(1).replace(',', '.')) : spelled == null ? 0 : spelled;
        boolean own = digits && glued.group(2) != null;
        String of = own ? glued.group(2) : next;
        Units.@Nullable Unit unit = own ? Units.glued(of) : Units.of(of);
        int used = at + (own ? 1 : 2);
        if (unit != null) {
            return switch (unit.sort()) {
                case SECONDS -> Optional.of(spoken(Range.Sort.SECONDS, number * unit.factor(), "", used));
                case BYTES -> Optional.of(spoken(Range.Sort.BYTES, number * unit.factor(), "", used));
                case COUNT, PERCENT, VERSION, TIME_OF_DAY -> Optional.empty();
            };
        }
        boolean counted = relation == Relation.MORE || relation == Relation.LESS;
        return counted && of.length() > 2
                ? Optional.of(spoken(Range.Sort.COUNT, number, SaidAmounts.stem(of), used))
                : Optional.empty();
    }

    private static Spoken spoken(Range.Sort sort, double value, String noun, int used) {
        return new Spoken(Range.exact(sort, value), 0, false, noun, used);
    }

    /** Whether nothing has to be known of the day to tell the value. */
    boolean isKnown() {
        return range != null;
    }

    /**
     * The value, where a month without a year is the last one that was over, or had begun, on the newest day that anything was
     * listed with.
     */
    Optional<Range> at(Optional<LocalDate> newest) {
        if (range != null) {
            return Optional.of(range);
        }
        if (newest.isEmpty() || month > newest.get().getMonthValue()) {
            return Optional.empty();
        }
        Range known = Moments.month(newest.get().getYear(), month);
        return Optional.of(end ? point(known, true) : known);
    }
}
