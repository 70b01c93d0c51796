package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.data.WordLists;
import dev.greenlane.engine.listing.Report;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what a session's calls have shown meets a condition: {@code once the tests pass}, {@code if 77 is merged}. Says so only
 * where the newest report about just that tells it, and nothing in it tells otherwise.
 */
public final class Fulfilment {

    private static final WordLists DATA = WordLists.load("consent/conditions.yaml");

    private static final Map<String, String> STATES = DATA.meanings("states");
    private static final Map<String, String> SUBJECTS = DATA.meanings("subjects");
    private static final Set<String> FILLERS = DATA.words("fillers", "nothing");
    private static final Pattern REFUSED = DeedWords.whole(DATA.words("refused", "refused"));
    private static final Pattern IN_ORDER = DeedWords.whole(DATA.words("neutral", "neutral"));
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:cd \\S+ && )?" + DeedWords.anyOf(DATA.words("between", "between")) + "\\b.*", Pattern.DOTALL);
    private static final Map<String, Pattern> SHOWS = patterns("shows");
    private static final Map<String, Pattern> DENIES = patterns("denies");
    private static final Map<String, Pattern> COMMANDS = patterns("commands");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}#][\\p{L}\\p{N}#./_:-]*");
    private static final int MOST_WORDS = 12;

    /** What a condition is about: sorts of work, and whatever else stands in it. */
    private record Asked(String state, Set<String> sorts, Set<String> subjects, Set<String> others) {
        Stream<String> named() {
            return sorts.size() > 1 ? Stream.concat(subjects.stream(), others.stream()) : others.stream();
        }
    }

    private Fulfilment() {}

    private static Map<String, Pattern> patterns(String section) {
        return DATA.section(section).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> DeedWords.whole(each.getValue())));
    }

    /**
     * Whether it is met.
     *
     * @param condition the words that say when; never met where there are none
     * @param reports what calls have shown, the newest first
     */
    public static boolean isMet(String condition, List<Report> reports) {
        if (condition.isEmpty()
                || reports.isEmpty()
                || REFUSED.matcher(condition).find()) {
            return false;
        }
        Optional<Asked> asked = asked(condition.toLowerCase(Locale.ROOT));
        return asked.isPresent() && isMet(asked.get(), reports);
    }

    private static Optional<Asked> asked(String condition) {
        Set<String> states = new LinkedHashSet<>();
        Set<String> sorts = new LinkedHashSet<>();
        Set<String> subjects = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        Matcher words = WORD.matcher(condition);
        int count = 0;
        while (words.find()) {
            String word = words.group().replaceAll("[.:#]+$|^#", "");
            count++;
            if (STATES.containsKey(word)) {
                states.add(STATES.get(word));
            } else if (SUBJECTS.containsKey(word)) {
                subjects.add(word);
                sorts.add(SUBJECTS.get(word));
            } else if (!FILLERS.contains(word) && !word.isEmpty()) {
                others.add(word);
            }
        }
        return states.size() == 1 && count <= MOST_WORDS && !(sorts.isEmpty() && others.isEmpty())
                ? Optional.of(new Asked(states.iterator().next(), sorts, subjects, others))
                : Optional.empty();
    }

    private static boolean isMet(Asked asked, List<Report> reports) {
        for (Report report : reports) {
            if (isAbout(asked, report)) {
                return tells(asked, report);
            }
            // What was tested may have been changed since.
            if (!asked.sorts().isEmpty() && !BETWEEN.matcher(report.call()).matches()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAbout(Asked asked, Report report) {
        return asked.sorts().isEmpty()
                ? hasAll(asked.others(), report.call())
                : asked.sorts().stream().allMatch(sort -> finds(COMMANDS, sort, report.call()));
    }

    private static boolean finds(Map<String, Pattern> patterns, String meaning, String text) {
        Pattern pattern = patterns.get(meaning);
        return pattern != null && pattern.matcher(text).find();
    }

    private static boolean tells(Asked asked, Report report) {
        String result = plain(report.result());
        List<String> named = asked.named().toList();
        if (!hasAll(named, plain(report.call()) + " " + result)) {
            return false;
        }
        List<String> lines = result.lines()
                .filter(line -> Stream.concat(asked.subjects().stream(), asked.others().stream())
                        .anyMatch(word -> has(word, line)))
                .toList();
        if (asked.sorts().size() > 1 && !hasAll(asked.subjects(), String.join("\n", lines))) {
            return false;
        }
        String told = lines.isEmpty() || asked.sorts().isEmpty() ? result : String.join("\n", lines);
        String rest = IN_ORDER.matcher(told).replaceAll(" ");
        return finds(SHOWS, asked.state(), told) && !finds(DENIES, asked.state(), rest);
    }

    /** Without the quotes and blanks of JSON, so that {@code "merged": false} is one phrase. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\"'`]", "").replaceAll(" *([:=]) *", "$1");
    }

    private static boolean hasAll(Collection<String> words, String text) {
        return words.stream().allMatch(word -> has(word, text));
    }

    private static boolean has(String word, String text) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
