package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.deed.Amount.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts in what a person said: {@code four replicas}, {@code to 250 GB}, {@code a week}, {@code half}. */
final class SaidAmounts {

    private static final int LONGEST = 4_000;
    private static final int MOST = 20;

    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@/.#-])(?:(\\d{1,2}):(\\d\\d)(?![\\p{N}:])|v?(\\d{1,6}(?:\\.(?:\\d{1,9}|x|\\*))+)(?![\\p{L}\\p{N}_/-])|(\\d{1,12})(?:[.,](\\d{3}))?(?![\\p{N}_./:-]*[\\p{N}_/])\\s?([kmgt]i?b?|ms|s|h|d|min|%)?(?![\\p{L}\\p{N}_]))|[\\p{L}][\\p{L}'’-]*|[.,;:=\\n"
                + "]");

    private static final Map<String, Double> NUMBERS = numbers();

    /** What stands before an amount that something is set to. */
    private static final Set<String> SETS = Set.of(
            "to", "at", "of", "is", "be", "by", "with", "only", "just", "exactly", "costs", "cost", "auf", "bei", "mit",
            "à", "a", "en", "de", "em", "para", "für", "pour", "=", "than");

    /** What stands before an amount that is not what something is set to. */
    private static final Set<String> OTHERWISE = Set.of(
            "from",
            "not",
            "instead",
            "currently",
            "was",
            "were",
            "after",
            "since",
            "before",
            "above",
            "has",
            "had",
            "ran",
            "took",
            "takes",
            "von",
            "statt",
            "nicht",
            "over",
            "already",
            "in",
            "last",
            "past",
            "ago");

    private static final Set<String> EVERYBODY =
            Set.of("users", "customers", "traffic", "visitors", "accounts", "tenants", "of");
    private static final Set<String> EVERYBODY_BEFORE = Set.of("for", "to", "on", "für", "with");

    private static final Set<String> ARTICLES =
            Set.of("a", "an", "one", "eine", "einen", "einem", "ein", "einer", "une", "un", "una", "um", "uma");
    private static final Set<String> MORNING = Set.of("am", "morning", "uhr", "o'clock");

    private SaidAmounts() {}

    private static Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>();
        String[][] lists = {
            {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
            {"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"},
            {"zéro", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"},
            {"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"},
            {"", "", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "", "doze"}
        };
        for (String[] list : lists) {
            for (int value = 0; value < list.length; value++) {
                numbers.putIfAbsent(list[value], (double) value);
            }
        }
        Map.of(
                        "fifteen", 15.0, "twenty", 20.0, "thirty", 30.0, "forty", 40.0, "fifty", 50.0, "sixty", 60.0,
                        "hundred", 100.0, "dozen", 12.0)
                .forEach(numbers::put);
        numbers.put("ninety", 90.0);
        numbers.put("duas", 2.0);
        List.of("", "once", "null", "a").forEach(numbers::remove);
        return Map.copyOf(numbers);
    }

    /** The amounts in a text, in the order in which they stand there. */
    static List<Amount> of(String quote) {
        String text = (quote.length() > LONGEST ? quote.substring(0, LONGEST) : quote)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        List<String> words = new ArrayList<>();
        List<Amount> numbers = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < 400) {
            words.add(matcher.group());
            numbers.add(written(matcher));
        }
        List<Amount> found = new ArrayList<>();
        for (int at = 0; at < words.size() && found.size() < MOST; at++) {
            Amount amount = amount(words, numbers, at);
            if (amount != null) {
                found.add(amount);
            }
        }
        return found;
    }

    private static final Amount NONE = new Amount(Sort.COUNT, -1, "", Set.of());

    private static Amount written(Matcher word) {
        if (word.group(1) != null) {
            return new Amount(
                    Sort.TIME_OF_DAY,
                    60.0 * Integer.parseInt(word.group(1)) + Integer.parseInt(word.group(2)),
                    word.group(),
                    Set.of());
        }
        if (word.group(3) != null) {
            return Amount.version(word.group(3), Set.of());
        }
        if (word.group(4) == null) {
            return NONE;
        }
        double value = Double.parseDouble(word.group(4) + (word.group(5) == null ? "" : word.group(5)));
        Units.@Nullable Unit unit = word.group(6) == null ? null : unit(word.group(6));
        return unit == null
                ? new Amount(Sort.COUNT, value, word.group(), Set.of())
                : new Amount(unit.sort(), value * unit.factor(), word.group(), Set.of());
    }

    /** The number that a word is for; null where it is for none. */
    static @Nullable Double number(String word) {
        return ARTICLES.contains(word) ? Double.valueOf(1) : NUMBERS.get(word);
    }

    static Units.@Nullable Unit unit(String glued) {
        String word = glued.toLowerCase(Locale.ROOT);
        return word.matches("[kmgt]") ? Units.of(word + "b") : Units.of(word);
    }

    private static @Nullable Amount amount(List<String> words, List<Amount> numbers, int at) {
        String word = words.get(at);
        String before = at > 0 ? words.get(at - 1) : "";
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        Amount number = numbers.get(at);
        if (number.sort() == Sort.VERSION && before.equals("in")) {
            return Amount.version(number.text(), role(words, at));
        }
        boolean rather = before.equals("than") && at > 1 && words.get(at - 2).equals("rather");
        if (rather
                || OTHERWISE.contains(before)
                || OTHERWISE.contains(at > 1 && before.equals("the") ? words.get(at - 2) : "")) {
            return null;
        }
        Set<String> role = role(words, at);
        if (word.equals("half") || word.equals("hälfte") || word.equals("moitié")) {
            return new Amount(Sort.PERCENT, 50, word, role);
        }
        boolean everybody =
                word.equals("everybody") || word.equals("everyone") || word.equals("all") && EVERYBODY.contains(next);
        if (everybody && EVERYBODY_BEFORE.contains(before)) {
            return new Amount(Sort.PERCENT, 100, word, role);
        }
        if (word.equals("quarter") && ARTICLES.contains(before) && (next.equals("of") || next.isEmpty())) {
            return new Amount(Sort.PERCENT, 25, "a quarter", role);
        }
        if (number.equals(NONE)) {
            Double value = NUMBERS.get(word);
            Units.@Nullable Unit unit = Units.of(next);
            boolean article = ARTICLES.contains(word);
            if (article
                    && unit != null
                    && unit.sort() == Sort.SECONDS
                    && next.length() > 2
                    && !next.equals("quarter")) {
                return new Amount(Sort.SECONDS, unit.factor(), word + " " + next, role);
            }
            if (value == null || article && !SETS.contains(before)) {
                return null;
            }
            number = new Amount(Sort.COUNT, value, word, Set.of());
        }
        if (number.sort() != Sort.COUNT) {
            return new Amount(number.sort(), number.value(), number.text(), role);
        }
        Units.@Nullable Unit unit = Units.of(next);
        if (unit != null) {
            return new Amount(unit.sort(), number.value() * unit.factor(), number.text() + " " + next, role);
        }
        boolean day = next.equals("in")
                && words.subList(at, Math.min(words.size(), at + 4)).contains("morning");
        if (MORNING.contains(next) || day) {
            return new Amount(Sort.TIME_OF_DAY, 60 * number.value(), number.text() + " " + next, role);
        }
        if (next.equals("pm")) {
            return new Amount(Sort.TIME_OF_DAY, 60 * (number.value() % 12 + 12), number.text() + " pm", role);
        }
        boolean noun = next.length() > 2
                && next.matches("\\p{L}[\\p{L}-]*")
                && next.matches(".*(?:s|en|er|as|os|ate|people|gente)");
        boolean set = SETS.contains(before) && !next.equals("and");
        Set<String> all = new LinkedHashSet<>(role);
        if (noun) {
            all.add(stem(next));
        }
        if (set || noun) {
            all.add(set ? SET : COUNTED);
        }
        return new Amount(Sort.COUNT, number.value(), number.text() + (noun ? " " + next : ""), all);
    }

    /** Marks an amount that something is set to. */
    static final String SET = "=";

    /** Marks an amount of things that are called by their sort. */
    static final String COUNTED = "#";

    /** The words around an amount that may say what it is of. */
    private static Set<String> role(List<String> words, int at) {
        Set<String> role = new LinkedHashSet<>();
        for (int near = Math.max(0, at - 8); near < at; near++) {
            add(words.get(near), role);
        }
        for (int near = at + 1; near < Math.min(words.size(), at + 4); near++) {
            if (words.get(near).matches("[.;\\n]")) {
                break;
            }
            add(words.get(near), role);
        }
        return role;
    }

    private static void add(String word, Set<String> role) {
        for (String piece : word.split("[^\\p{L}]+")) {
            if (piece.length() > 2) {
                role.add(stem(piece));
            }
        }
    }

    static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
