package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.data.DataLines;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slips of the keyboard. */
final class Spelling {

    /** Shorter words are too easily other words. */
    static final int SHORTEST = 4;

    private static final Map<String, String> HURRIED =
            DataLines.load("consent/phrases.yaml").getOrDefault("hurried", List.of()).stream()
                    .flatMap(line -> line.names().stream().map(name -> Map.entry(name, line.value())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Spelling() {}

    /** A word as it is spelled with care: {@code don't} for {@code dont}. */
    static String careful(String word) {
        return HURRIED.getOrDefault(word, word);
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
