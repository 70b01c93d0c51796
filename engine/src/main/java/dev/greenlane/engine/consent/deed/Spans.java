package dev.greenlane.engine.consent.deed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time that were said, in the numbers that commands take: {@code a month} is 30 days. */
final class Spans {

    private static final Pattern SPAN =
            Pattern.compile("(?i)\\b(a|an|one|\\d{1,4})\\s+(day|week|month|quarter|year)s?\\b");
    private static final Map<String, Integer> DAYS =
            Map.of("day", 1, "week", 7, "month", 30, "quarter", 90, "year", 365);

    private Spans() {}

    static Set<String> days(String quote) {
        Set<String> days = new TreeSet<>();
        Matcher span = SPAN.matcher(quote);
        while (span.find()) {
            String count = span.group(1).toLowerCase(Locale.ROOT);
            int each = DAYS.getOrDefault(span.group(2).toLowerCase(Locale.ROOT), 1);
            days.add(String.valueOf(each * (count.matches("\\d+") ? Integer.parseInt(count) : 1)));
        }
        return days;
    }
}
