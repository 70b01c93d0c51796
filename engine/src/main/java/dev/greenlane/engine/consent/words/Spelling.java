package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.data.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Slips of the keyboard. */
final class Spelling {

    /** Shorter words are too easily other words. */
    static final int SHORTEST = 4;

    private static final Map<String, String> HURRIED =
            DataLines.load("consent/phrases.yaml").getOrDefault("hurried", List.of()).stream()
                    .flatMap(line -> line.names().stream().map(name -> Map.entry(name, line.value())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Words that are written in short only before some others, or where nothing follows: {@code release em both}. */
    private static final Map<String, String> CLIPPED =
            WordLists.load("consent/phrases.yaml").meanings("clipped");

    /** What may stand behind such words. */
    private static final Map<String, Set<String>> BEHIND =
            WordLists.load("consent/phrases.yaml").section("clipped_before");

    private Spelling() {}

    /** A word as it is spelled with care: {@code don't} for {@code dont}. */
    static String careful(String word) {
        return HURRIED.getOrDefault(word, word);
    }

    /** The same of a word that is also one of another language, by what stands behind it. */
    static String careful(String word, String next) {
        String meant = CLIPPED.getOrDefault(word, word);
        boolean clipped = next.isEmpty()
                || !Character.isLetterOrDigit(next.charAt(0))
                || BEHIND.getOrDefault(meant, Set.of()).contains(next);
        return clipped ? meant : word;
    }

    /** Whether a word is another with one letter too many, too few or wrong, or with two that changed places; not the first one. */
    static boolean isNear(String word, String meant) {
        int difference = word.length() - meant.length();
        if (word.isEmpty()
                || meant.length() < SHORTEST
                || Math.abs(difference) > 1
                || word.charAt(0) != meant.charAt(0)) {
            return false;
        }
        int at = 1;
        while (at < word.length() && at < meant.length() && word.charAt(at) == meant.charAt(at)) {
            at++;
        }
        if (difference > 0) {
            return word.substring(at + 1).equals(meant.substring(at));
        }
        if (difference < 0) {
            return word.substring(at).equals(meant.substring(at + 1));
        }
        boolean swapped = at + 1 < word.length()
                && word.charAt(at) == meant.charAt(at + 1)
                && word.charAt(at + 1) == meant.charAt(at)
                && word.substring(at + 2).equals(meant.substring(at + 2));
        boolean wrong = word.length() > SHORTEST
                && at < word.length()
                && word.substring(at + 1).equals(meant.substring(at + 1));
        return swapped || wrong;
    }
}
