package dev.greenlane.engine.listing;

import dev.greenlane.engine.data.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call that lists things was asked for, which is true of each of them: {@code --label flaky}, {@code -l app=web}, {@code where
 * status = 'failed'}. Of what excludes something, or allows one thing or another, nothing is said.
 */
final class Asked {

    private static final WordLists DATA = WordLists.load("listing/asked.yaml");
    private static final Map<String, String> TELLING = DATA.meanings("telling");
    private static final Map<String, String> SHORT = DATA.meanings("short");
    private static final Map<String, String> SWITCHES = DATA.meanings("switches");
    private static final Set<String> CONDITIONS = DATA.words("conditions", "condition");
    private static final Set<String> SILENT = DATA.words("silent", "nothing");

    private static final int LONGEST = 2_000;
    /** {@code Name=tag:team,Values=perf}. */
    private static final Pattern NAMED = Pattern.compile("Name=(?:tag:)?([\\w:.-]+),Values?=([^,\\s]+)");

    private static final Pattern EQUAL = Pattern.compile(
            "([A-Za-z_][\\w.:/-]*)\\s*(?:==|=|:(?=\\S))\\s*[\"'`]?([\\w@][\\w.@/+-]*)[\"'`]?(?=$|[\\s,&\\])])");
    private static final Pattern WORD = Pattern.compile("@?[A-Za-z][\\w.@/+-]*");
    private static final Pattern OPEN =
            Pattern.compile("(?i)[!|(]|\\b(?:or|not|in|like|between)\\b|,(?!\\s*[\\w.:-]+=)");
    /** {@code [?State=='failed']}, {@code select(.state=="failed")}, {@code where state = 'failed'}. */
    private static final Pattern CHOICE = Pattern.compile(
            "(?i)\\[\\?([^\\[\\]]{3,200})\\]|\\bselect\\(([^()]{3,200})\\)|\\bwhere\\s+(.{3,300}?)(?=$|;|\\border"
                    + " by\\b|\\blimit\\b)");

    private final Map<String, String> told = new LinkedHashMap<>();

    private Asked() {}

    /**
     * What was asked for, by what it tells; nothing where a command does several things.
     *
     * @param call the command line, or a tool's name and its arguments
     */
    static Map<String, String> of(String call) {
        Asked asked = new Asked();
        String text = call.length() > LONGEST ? call.substring(0, LONGEST) : call;
        if (text.startsWith("mcp__")) {
            asked.arguments(text);
        } else {
            asked.command(text);
        }
        return Map.copyOf(asked.told);
    }

    private void arguments(String call) {
        for (String argument : call.split(" ")) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                value(
                        TELLING.get("--" + argument.substring(0, equals).toLowerCase(Locale.ROOT)),
                        argument.substring(equals + 1));
            }
        }
    }

    private void command(String line) {
        List<String> words = words(line);
        if (words.isEmpty()) {
            return;
        }
        String program = words.get(0);
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : at + 1 < words.size() ? words.get(at + 1) : "";
            value(TELLING.get(option), value);
            value(SHORT.get(program + " " + option), value);
            if (SWITCHES.containsKey(word)) {
                conditions(SWITCHES.getOrDefault(word, ""));
            }
            if (CONDITIONS.contains(option)) {
                conditions(value);
            }
            Matcher choice = CHOICE.matcher(word);
            while (choice.find()) {
                for (int group = 1; group <= choice.groupCount(); group++) {
                    conditions(choice.group(group) == null ? "" : choice.group(group));
                }
            }
        }
    }

    private void conditions(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            value(named.group(1), named.group(2));
        } else if (!OPEN.matcher(text).find()) {
            Matcher equal = EQUAL.matcher(text);
            while (equal.find()) {
                String key = equal.group(1)
                        .substring(Math.max(
                                        equal.group(1).lastIndexOf('.'),
                                        equal.group(1).lastIndexOf(':'))
                                + 1);
                value(key, equal.group(2));
            }
        }
    }

    private void value(@Nullable String key, String value) {
        int equals = value.indexOf('=');
        if (key != null && equals > 0) {
            value(value.substring(0, equals), value.substring(equals + 1));
        } else if (key != null && WORD.matcher(value).matches()) {
            told.putIfAbsent(key.toLowerCase(Locale.ROOT), value);
        }
    }

    /** The words of the one command that lists, without quotes; none where there are several. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
                if (quote != 0) {
                    word.append(each);
                }
            } else if (each == '\'' || each == '"') {
                quote = each;
            } else if (";&|\n".indexOf(each) >= 0) {
                add(word, words);
                boolean pipe = each == '|' && at + 1 < line.length() && line.charAt(at + 1) != '|';
                boolean silent = each == '&' && !words.isEmpty() && SILENT.contains(words.get(0));
                if (silent) {
                    words.clear();
                    at++;
                } else if (!pipe && !line.substring(at).isBlank()) {
                    return List.of();
                }
            } else if (Character.isWhitespace(each)) {
                add(word, words);
            } else {
                word.append(each);
            }
        }
        add(word, words);
        return line.contains("$(") ? List.of() : words;
    }

    private static void add(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
