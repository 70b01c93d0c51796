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

/** Reads amounts in what a person said: {@code four replicas}, {@code to 250 GB}, {@code a week}, {@code half}. */
final class SaidAmounts {

    private static final int LONGEST = 4_000;
    private static final int MOST = 20;

    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@/.#-])(?:(\\d{1,2}):(\\d\\d)(?![\\p{N}:])|v?(\\d{1,6}(?:\\.(?:\\d{1,9}|x|\\*))+)(?![\\p{L}\\p{N}_/-])|(\\d{1,12})(?:[.,](\\d{3}))?(?![\\p{N}_./:-]*[\\p{N}_/])\\s?([kmgt]i?b?|ms|s|h|d|min|%)?(?![\\p{L}\\p{N}_]))|[\\p{L}][\\p{L}'’-]*|[.,;:=\\n"
                + "]");

    private static final Map<String, String> NUMBERS = DeedWords.AMOUNTS.meanings("numbers");
    private static final Map<String, String> BEFORE = DeedWords.AMOUNTS.meanings("before");
    private static final Set<String> ARTICLES = DeedWords.AMOUNTS.words("words", "article");
    private static final Set<String> MORNING = DeedWords.AMOUNTS.words("words", "morning");
    private static final Set<String> HALF = DeedWords.AMOUNTS.words("words", "half");
    private static final Set<String> EVERYBODY = DeedWords.AMOUNTS.words("words", "everybody");
    private static final Set<String> EVERYBODY_AFTER_ALL = DeedWords.AMOUNTS.words("words", "everybody after all");
    private static final Set<String> BEFORE_EVERYBODY = DeedWords.AMOUNTS.words("words", "before everybody");

    private SaidAmounts() {}

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
        Units.@Nullable Unit unit = word.group(6) == null ? null : Units.glued(word.group(6));
        return unit == null
                ? new Amount(Sort.COUNT, value, word.group(), Set.of())
                : new Amount(unit.sort(), value * unit.factor(), word.group(), Set.of());
    }

    /** The number that a word is for; null where it is for none. */
    static @Nullable Double number(String word) {
        return ARTICLES.contains(word) ? Double.valueOf(1) : spelt(word);
    }

    /** The number that a word spells out; null where it spells none. */
    static @Nullable Double spelt(String word) {
        String number = NUMBERS.get(word);
        return number == null ? null : Double.valueOf(number);
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
        if (rather || is("other", before) || is("other", at > 1 && before.equals("the") ? words.get(at - 2) : "")) {
            return null;
        }
        Set<String> role = role(words, at);
        if (HALF.contains(word)) {
            return new Amount(Sort.PERCENT, 50, word, role);
        }
        boolean everybody = EVERYBODY.contains(word) || word.equals("all") && EVERYBODY_AFTER_ALL.contains(next);
        if (everybody && BEFORE_EVERYBODY.contains(before)) {
            return new Amount(Sort.PERCENT, 100, word, role);
        }
        if (word.equals("quarter") && ARTICLES.contains(before) && (next.equals("of") || next.isEmpty())) {
            return new Amount(Sort.PERCENT, 25, "a quarter", role);
        }
        if (number.equals(NONE)) {
            Double value = spelt(word);
            Units.@Nullable Unit unit = Units.of(next);
            boolean article = ARTICLES.contains(word);
            if (article
                    && unit != null
                    && unit.sort() == Sort.SECONDS
                    && next.length() > 2
                    && !next.equals("quarter")) {
                return new Amount(Sort.SECONDS, unit.factor(), word + " " + next, role);
            }
            if (value == null || article && !is("set", before)) {
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
        boolean set = is("set", before) && !next.equals("and");
        Set<String> all = new LinkedHashSet<>(role);
        if (noun) {
            all.add(stem(next));
        }
        if (set || noun) {
            all.add(set ? SET : COUNTED);
        }
        return new Amount(Sort.COUNT, number.value(), number.text() + (noun ? " " + next : ""), all);
    }

    /** Whether a word before an amount says that of it. */
    private static boolean is(String what, String before) {
        return what.equals(BEFORE.get(before));
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
