package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Comparisons;
import dev.greenlane.engine.consent.words.Lexicon;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in time from what programs print and from names: {@code 2026-01-14}, {@code Nov 23 2026}, {@code 20231104}, {@code 2024}. */
final class Moments {

    private static final Pattern DAY = Pattern.compile(
            "(?<![\\p{N}.])((?:19|20)\\d\\d)([-/._]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\p{N})");
    private static final Pattern SPELLED =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:(\\d{1,2}) (\\p{L}{3,9})|(\\p{L}{3,9}) {1,2}(\\d{1,2}))(?:,?(?:"
                    + " \\d\\d:\\d\\d(?::\\d\\d)?)?(?: [A-Z]{3,4})?) {1,2}((?:19|20)\\d\\d)(?!\\p{N})");
    private static final Pattern MONTH =
            Pattern.compile("(?<![\\p{N}.])((?:19|20)\\d\\d)[-/._]?(0[1-9]|1[0-2])(?!\\p{N})");
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{N}.])((?:19|20)\\d\\d)(?![\\p{N}])");

    private Moments() {}

    /** The day, month or year that stands in a text. */
    static Optional<Range> in(String text) {
        String near = text.length() > 300 ? text.substring(0, 300) : text;
        Matcher day = DAY.matcher(near);
        if (day.find()) {
            return day(number(day.group(1)), number(day.group(3)), number(day.group(4)));
        }
        Matcher spelled = SPELLED.matcher(near);
        if (spelled.find()) {
            boolean first = spelled.group(1) != null;
            OptionalInt month = words().month((first ? spelled.group(2) : spelled.group(3)).toLowerCase(Locale.ROOT));
            if (month.isPresent()) {
                return day(
                        number(spelled.group(5)),
                        month.getAsInt(),
                        number(first ? spelled.group(1) : spelled.group(4)));
            }
        }
        Matcher month = MONTH.matcher(near);
        if (month.find()) {
            return Optional.of(month(number(month.group(1)), number(month.group(2))));
        }
        Matcher year = YEAR.matcher(near);
        return year.find() ? Optional.of(year(number(year.group(1)))) : Optional.empty();
    }

    static Range year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    static Range month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return days(first, first.plusMonths(1));
    }

    static Optional<Range> day(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return Optional.of(days(date, date.plusDays(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Range days(LocalDate from, LocalDate to) {
        return new Range(Range.Sort.DATE, from.toEpochDay(), to.toEpochDay());
    }

    private static Comparisons words() {
        return Lexicon.standard().comparisons();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
