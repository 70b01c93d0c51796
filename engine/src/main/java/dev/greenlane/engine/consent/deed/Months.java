package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.value.Globs;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
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

    /** {@code 2026-04}, and at the end of a name the month with its day: {@code orders_0412}. */
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d[-_/]?(0[1-9]|1[0-2])(?!\\d{3})"
            + "|(?<=[_.-])(0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$");

    private static final int LONGEST = 400;
    private static final Pattern DATED =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d[-_/.]?((?:\\d|\\?|\\[[\\d-]{1,12}\\]){2}|\\*)(?!\\d)");
    private static final Set<String> SPAN = DeedWords.DEEDS.words("around", "span");

    private Months() {}

    /** The months that a text names, with those between two that are the ends of a span. */
    static Set<Integer> said(String text) {
        Set<Integer> said = new TreeSet<>();
        int last = 0;
        boolean span = false;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
            OptionalInt month = Lexicon.standard().comparisons().month(word);
            if (month.isPresent()) {
                for (int between = last; span && between < month.getAsInt(); between++) {
                    said.add(between);
                }
                last = month.getAsInt();
                said.add(last);
            }
            span = last > 0 && (SPAN.contains(word) || span && month.isEmpty());
        }
        said.remove(0);
        return said;
    }

    /** The months that patterns of a command take: {@code 2024-0[1-3]-*}. */
    static Set<Integer> taken(List<String> command) {
        Set<Integer> taken = new TreeSet<>();
        for (String word : command) {
            Matcher dated = DATED.matcher(word);
            while (word.length() < LONGEST && dated.find()) {
                for (int month = 1; month <= 12; month++) {
                    if (Globs.matches(dated.group(1), String.format(Locale.ROOT, "%02d", month))) {
                        taken.add(month);
                    }
                }
            }
        }
        return taken;
    }

    static boolean isMonth(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether an object was listed with a day in a month, by all its dates; empty where it has none, or several. */
    static Optional<Boolean> listed(String word, Item item) {
        int wanted = NAMES.indexOf(word.toLowerCase(Locale.ROOT)) + 1;
        List<Integer> months = item.listed().stream()
                .flatMap(thing -> Measured.of(thing, Range.Sort.DATE, "", Set.of()).stream())
                .filter(range -> range.to() - range.from() < 32)
                .map(range -> LocalDate.ofEpochDay((long) range.from()).getMonthValue())
                .distinct()
                .toList();
        return months.size() == 1 ? Optional.of(months.getFirst() == wanted) : Optional.empty();
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
        int month = Integer.parseInt(date.group(1) == null ? date.group(2) : date.group(1))
                - NAMES.indexOf(word.toLowerCase(Locale.ROOT))
                - 1;
        if (others.contains("older") || others.contains("earlier")) {
            return month < 0;
        }
        return others.contains("newer") || others.contains("later") ? month > 0 : month == 0;
    }
}
