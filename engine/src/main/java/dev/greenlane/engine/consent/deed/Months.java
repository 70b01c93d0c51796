package dev.greenlane.engine.consent.deed;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months in names: what is called {@code 2026-03} is of March. */
final class Months {

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d[-_/]?(0[1-9]|1[0-2])(?!\\d{3})");

    private Months() {}

    static boolean isMonth(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the object's own name has a month. */
    static boolean tell(Item item) {
        return DATE.matcher(item.text()).find();
    }

    /** Whether the object's own name has the month that a word names, or one before or after it where the others say so. */
    static boolean fit(String word, List<String> others, Item item) {
        Matcher date = DATE.matcher(item.text());
        if (!date.find()) {
            return false;
        }
        int month = Integer.parseInt(date.group(1)) - NAMES.indexOf(word.toLowerCase(Locale.ROOT)) - 1;
        if (others.contains("older") || others.contains("earlier")) {
            return month < 0;
        }
        return others.contains("newer") || others.contains("later") ? month > 0 : month == 0;
    }
}
