package dev.greenlane.engine.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blots out what stands where passwords stand, whatever it looks like. All patterns are bounded: time grows with the text. */
final class Blots {

    private static final String BLOT = "[secret]";

    /** {@code https://user:password@host}; group 1 stays. */
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]{0,100}:)[^\\s/@]{1,200}(?=@)");

    private static final Pattern IN_HEADER = Pattern.compile(
            "(?i)(authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?:bearer|basic|token)\\s{1,3})[^\\s\"',]{6,4000}");

    /** A setting whose name says that its value is secret; variables and empty values stay. */
    private static final Pattern IN_SETTING = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[a-z_]{0,20}[\"']?[=:]\\s{0,3}[\"']?)"
                + "(?![$<{\\[\\s\"'])[^\\s\"'&,;]{6,4000}");

    /** What such a text has at least: looking for that costs less than a pattern. */
    private static final Letters OF_HEADER = Letters.of("authorization");

    private static final List<Letters> OF_SETTING = Stream.of(
                    "passwd", "secret", "token", "apikey", "accesskey", "privatekey")
            .map(Letters::of)
            .toList();

    private Blots() {}

    static String in(String text) {
        String result = text;
        if (result.indexOf('@') >= 0) {
            result = blot(IN_ADDRESS, result);
        }
        if (result.indexOf('=') >= 0 || result.indexOf(':') >= 0) {
            Letters letters = Letters.of(result).folded();
            result = letters.cover(OF_HEADER) ? blot(IN_HEADER, result) : result;
            result = hasNameOfSetting(letters) ? blot(IN_SETTING, result) : result;
        }
        return result;
    }

    private static boolean hasNameOfSetting(Letters letters) {
        for (Letters name : OF_SETTING) {
            if (letters.cover(name)) {
                return true;
            }
        }
        return false;
    }

    private static String blot(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.replaceAll("$1" + Matcher.quoteReplacement(BLOT)) : text;
    }
}
