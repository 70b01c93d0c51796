package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.deed.Amount.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the amounts that a call sets, in its flags, settings, statements and arguments. */
final class SetAmounts {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_TEXT = 600;
    private static final int MOST = 60;

    /** A number with what stands before it: {@code --replicas=6}, {@code "Days": 30}, {@code price = 19}, {@code gateway:2.8.1}. */
    private static final Pattern NUMBER = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_.-]*?)?(?:"
            + "(?:[:@=\\s-]|==|^)v?(\\d{1,6}(?:\\.(?:\\d{1,9}|x|\\*))+)(?![\\p{L}\\p{N}])"
            + "|(?:\\s*[\"']?\\s*(?:(?<!\\d)[=:]|\\s|^)\\s*[\"'+]?)(?:(\\d{1,3}):(\\d\\d)(?::(\\d\\d))?(?![\\d:])"
            + "|(\\d{1,15})([kmgtKMGT][iI]?[bB]?|ms|s|h|d|min|%)?(?![\\p{L}\\p{N}/-]|[:.]\\d)))");

    /** Several words. */
    private static final Pattern SPEECH = Pattern.compile("\\p{L}{2,} +\\p{L}+|\\p{L}+ +\\S+ +\\p{L}{2,}");

    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d)");
    private static final Pattern ENDS = Pattern.compile("(?i)start|begin|end|from|to|until");

    private static final Pattern ADDRESS = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern CRON =
            Pattern.compile("(?<![\\w*/,-])(\\d{1,2}) (\\d{1,2}) [\\d*/,-]+ [\\d*/,-]+ [\\w*/,-]+");

    private static final Set<String> NAMING = DeedWords.AMOUNTS.words("words", "naming");

    private SetAmounts() {}

    /** The amounts in the words of a command. */
    static List<Amount> of(List<String> words) {
        List<Amount> found = new ArrayList<>();
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            if (word.length() < LONGEST && hasDigit(word)) {
                read(word, words.get(at - 1), found);
            }
        }
        return found.size() > MOST ? List.of() : found;
    }

    /** The amounts in the arguments of a tool. */
    static List<Amount> of(Map<String, Object> input) {
        List<Amount> found = new ArrayList<>();
        input.forEach((name, value) -> {
            if (value instanceof String text && isSpeech(text)) {
                SaidAmounts.of(text).stream().filter(SetAmounts::isTold).forEach(found::add);
            } else if (value instanceof Number
                    || value instanceof String text && text.length() < 40 && hasDigit(text)) {
                read(
                        String.valueOf(value).replaceFirst("\\.0$", "").replaceFirst("(?<=\\d)T(?=\\d\\d:\\d\\d)", " "),
                        name,
                        found);
            }
        });
        span(input, found);
        return found.size() > MOST ? List.of() : found;
    }

    /** Adds how long something takes that has a start and an end in one month. */
    private static void span(Map<String, Object> input, List<Amount> found) {
        Set<String> months = new LinkedHashSet<>();
        List<Integer> minutes = new ArrayList<>();
        input.forEach((name, value) -> {
            Matcher time = TIME.matcher(value instanceof String text ? text : "");
            if (ENDS.matcher(name).find() && time.lookingAt()) {
                months.add(time.group(1));
                minutes.add(1_440 * Integer.parseInt(time.group(2))
                        + 60 * Integer.parseInt(time.group(3))
                        + Integer.parseInt(time.group(4)));
            }
        });
        if (minutes.size() == 2 && months.size() == 1) {
            int between = Math.abs(minutes.get(1) - minutes.get(0));
            found.add(new Amount(Sort.SECONDS, 60.0 * between, between + " minutes", Set.of()));
        }
    }

    /** Whether a text is written for people. */
    private static boolean isSpeech(String text) {
        return text.length() < LONGEST_TEXT
                && hasDigit(text)
                && SPEECH.matcher(text).find();
    }

    /** Whether an amount in what is written to people says by itself what it is of. */
    private static boolean isTold(Amount amount) {
        return switch (amount.sort()) {
            case BYTES, SECONDS, PERCENT, TIME_OF_DAY, VERSION -> true;
            case COUNT -> amount.role().contains(SaidAmounts.COUNTED);
        };
    }

    private static boolean hasDigit(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (Character.isDigit(word.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static void read(String word, String before, List<Amount> found) {
        Matcher cron = CRON.matcher(word);
        if (cron.find()) {
            double minutes = Integer.parseInt(cron.group(1)) + 60.0 * Integer.parseInt(cron.group(2));
            found.add(new Amount(Sort.TIME_OF_DAY, minutes, cron.group(), Set.of()));
            return;
        }
        Matcher number = NUMBER.matcher(word);
        while (number.find() && found.size() <= MOST) {
            boolean first = number.group(1) == null && number.start() < 2;
            Set<String> role = role(first ? before : number.group(1) == null ? "" : number.group(1));
            if (first && !before.startsWith("-") || role.isEmpty()) {
                role.addAll(role(before));
            }
            Amount amount = amount(number, role);
            if (amount != null) {
                found.add(amount);
            }
        }
    }

    private static @Nullable Amount amount(Matcher number, Set<String> role) {
        if (number.group(3) != null) {
            return timed(number, role);
        }
        if (number.group(2) != null) {
            boolean address = ADDRESS.matcher(number.group(2)).matches();
            return address ? null : Amount.version(number.group(2), role);
        }
        double value = Double.parseDouble(number.group(6));
        String glued = number.group(7);
        Units.@Nullable Unit unit = glued == null ? unitOf(role) : Units.glued(glued);
        return unit == null
                ? new Amount(Sort.COUNT, value, number.group(6), role)
                : new Amount(unit.sort(), value * unit.factor(), number.group(6) + (glued == null ? "" : glued), role);
    }

    /** {@code 12:00:00} is a span of hours, {@code 23:30} a time of the day, or of minutes. */
    private static Amount timed(Matcher number, Set<String> role) {
        int first = Integer.parseInt(number.group(3));
        int second = Integer.parseInt(number.group(4));
        String text = number.group(3) + ":" + number.group(4);
        if (number.group(5) != null) {
            return new Amount(
                    Sort.SECONDS,
                    3_600.0 * first + 60.0 * second + Integer.parseInt(number.group(5)),
                    text + ":" + number.group(5),
                    role);
        }
        return first < 24 && !Units.mayBe(role, Sort.SECONDS)
                ? new Amount(Sort.TIME_OF_DAY, 60.0 * first + second, text, role)
                : new Amount(Sort.SECONDS, 3_600.0 * first + 60.0 * second, text, role);
    }

    /** The unit that a name says: {@code retention-in-days}, {@code retention.ms}, {@code percentage}. */
    private static Units.@Nullable Unit unitOf(Set<String> role) {
        for (String word : role) {
            if (word.length() > 1 && !word.equals("min") || role.size() > 1 && word.equals("min")) {
                Units.@Nullable Unit unit = Units.of(word);
                if (unit != null && (word.length() > 2 || word.equals("ms"))) {
                    return unit;
                }
            }
        }
        return null;
    }

    private static Set<String> role(String name) {
        Set<String> role = new LinkedHashSet<>();
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        for (String piece : spaced.split("[^\\p{L}]+")) {
            if (piece.length() > 1) {
                role.add(SaidAmounts.stem(piece));
            }
        }
        return role;
    }

    /** Whether a number is what something is called, and not how much of it there is. */
    static boolean isName(Amount amount) {
        return amount.role().stream().anyMatch(NAMING::contains);
    }
}
