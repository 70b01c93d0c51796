package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a listing tells of a thing in numbers: since when it is there, how long it runs, how large it is, how many it has. */
final class Measured {

    private static final Map<String, String> AGES = DeedWords.AMOUNTS.meanings("ages");
    private static final Pattern AGO = Pattern.compile("(?i)(?<![\\p{L}\\p{N}.:-])(\\d{1,6}|an?|one)\\+?\\s?("
            + DeedWords.anyOf(AGES.keySet())
            + ")s?(?![\\p{L}])(?:\\s?(\\d{1,3})\\s?(s|m|h|d)(?![\\p{L}]))?");
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\p{N}.:-])(?:(\\d{1,4})-)?(?:(\\d{1,3}):)?(\\d{1,3}):(\\d\\d)(?![\\p{N}:])");
    private static final Pattern BYTES =
            Pattern.compile("(?i)~?(\\d{1,15}(?:\\.\\d{1,6})?)\\s?([kmgtp])?(i?b|bytes?)?");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,12})(?!\\S)(?:\\s.*)?");
    private static final Pattern SIZE = Pattern.compile("(?i)(?:^|.*[^a-z])"
            + DeedWords.anyOf(DeedWords.AMOUNTS.words("columns", "size"))
            + "s?(?:[^a-z].*)?$|.*(?:size|bytes)$");
    private static final Pattern AHEAD = containing(DeedWords.AMOUNTS.words("columns", "ahead"));
    private static final Set<String> TIMES = DeedWords.AMOUNTS.words("words", "times");
    /** {@code 14 (3m ago)}: how many, and when the last was. */
    private static final Pattern COUNTED = Pattern.compile("\\d+ \\(.*");

    private static final long KNOWN_BYTES = 100_000;
    /** Words for what happened to a thing, and columns that say when. */
    private static final Map<Set<String>, Pattern> HAPPENED = happened();

    private Measured() {}

    private static Map<Set<String>, Pattern> happened() {
        Map<Set<String>, Pattern> happened = new LinkedHashMap<>();
        DeedWords.AMOUNTS
                .section("happened")
                .forEach((columns, words) -> happened.put(words, containing(Set.of(columns.split(" ")))));
        return happened;
    }

    /** Headings that have one of these stems in them; of a stem with {@code =}, those that are no more. */
    private static Pattern containing(Set<String> stems) {
        return Pattern.compile(stems.stream()
                .map(stem ->
                        stem.startsWith("=") ? Pattern.quote(stem.substring(1)) : ".*" + Pattern.quote(stem) + ".*")
                .collect(Collectors.joining("|", "(?is)", "")));
    }

    /** All values of a sort by what they are called in the listing. */
    static List<Range> of(Thing thing, Range.Sort sort, String noun, Set<String> said) {
        Map<String, Range> found = new LinkedHashMap<>();
        thing.properties().forEach((key, value) -> {
            Optional<Range> range = read(key, value, sort, noun, said);
            range.ifPresent(each -> found.put(key, each));
        });
        if (found.size() > 1) {
            for (Map.Entry<Set<String>, Pattern> happened : HAPPENED.entrySet()) {
                if (said.stream().anyMatch(happened.getKey()::contains)) {
                    List<Range> told = found.entrySet().stream()
                            .filter(each ->
                                    happened.getValue().matcher(each.getKey()).matches())
                            .map(Map.Entry::getValue)
                            .toList();
                    if (!told.isEmpty()) {
                        return told;
                    }
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Optional<Range> read(String key, String value, Range.Sort sort, String noun, Set<String> said) {
        if (value.length() > 400) {
            return Optional.empty();
        }
        return switch (sort) {
            case DATE -> AHEAD.matcher(key).matches() ? Optional.empty() : date(key, value);
            case SECONDS -> AHEAD.matcher(key).matches() ? Optional.empty() : seconds(key, value);
            case BYTES -> bytes(key, value);
            case COUNT -> counted(key, value, noun, said);
        };
    }

    /** A date with at least a month; a bare year tells when only where the column is for a time. */
    private static Optional<Range> date(String key, String value) {
        return Moments.in(value)
                .filter(range -> range.to() - range.from() < 32 || key.matches(".*(?:year|date|time|creat|updat).*"));
    }

    private static Optional<Range> seconds(String key, String value) {
        if (Moments.in(value).isPresent() || COUNTED.matcher(value).matches()) {
            return Optional.empty();
        }
        Matcher ago = AGO.matcher(value);
        if (ago.find()) {
            double unit = unit(ago.group(2));
            double number = ago.group(1).matches("\\d+") ? Double.parseDouble(ago.group(1)) : 1;
            double more = ago.group(3) == null ? 0 : Double.parseDouble(ago.group(3)) * unit(ago.group(4));
            double from = number * unit + more;
            return Optional.of(new Range(Range.Sort.SECONDS, from, from + (more > 0 ? unit(ago.group(4)) : unit)));
        }
        Matcher clock = CLOCK.matcher(value);
        if (!key.isEmpty() && clock.matches()) {
            double days = number(clock.group(1));
            double seconds = days * 86_400
                    + number(clock.group(2)) * 3_600
                    + number(clock.group(3)) * 60
                    + number(clock.group(4));
            return Optional.of(Range.exact(Range.Sort.SECONDS, seconds));
        }
        return Optional.empty();
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    private static double unit(String word) {
        return Double.parseDouble(AGES.getOrDefault(word.toLowerCase(Locale.ROOT), "0"));
    }

    private static Optional<Range> bytes(String key, String value) {
        Matcher bytes = BYTES.matcher(value.strip());
        boolean sized = SIZE.matcher(key).matches();
        if (!bytes.matches()) {
            return key.isEmpty() ? bytesAmong(value) : Optional.empty();
        }
        boolean unit = bytes.group(2) != null || bytes.group(3) != null;
        double number = Double.parseDouble(bytes.group(1));
        if (!sized || !unit && number < KNOWN_BYTES && number >= 10) {
            return unit && bytes.group(3) != null ? Optional.of(sized(number, bytes.group(2))) : Optional.empty();
        }
        return Optional.of(sized(number, bytes.group(2)));
    }

    /** In columns without a heading: what has a unit, or is a long number. */
    private static Optional<Range> bytesAmong(String line) {
        for (String cell : line.split("\\s+")) {
            Matcher bytes = BYTES.matcher(cell);
            if (bytes.matches()
                    && (bytes.group(2) != null || cell.matches("\\d+") && Double.parseDouble(cell) >= KNOWN_BYTES)) {
                return Optional.of(sized(Double.parseDouble(bytes.group(1)), bytes.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Range sized(double number, @Nullable String prefix) {
        double factor = prefix == null ? 1 : Math.pow(1024, 1 + "kmgtp".indexOf(prefix.toLowerCase(Locale.ROOT)));
        return Range.exact(Range.Sort.BYTES, number * factor);
    }

    /** {@code three restarts}; {@code restarted three times} counts what the other words say. */
    private static Optional<Range> counted(String key, String value, String noun, Set<String> said) {
        Matcher count = COUNT.matcher(value.strip());
        String column = SaidAmounts.stem(key);
        boolean times =
                TIMES.contains(noun) && column.length() > 3 && said.stream().anyMatch(word -> word.startsWith(column));
        return (times || noun.length() > 2 && column.contains(noun)) && count.matches()
                ? Optional.of(Range.exact(Range.Sort.COUNT, Double.parseDouble(count.group(1))))
                : Optional.empty();
    }
}
