package dev.greenlane.engine.consent.words;

/** Slips of the keyboard. */
final class Spelling {

    /** Shorter words are too easily other words. */
    static final int SHORTEST = 4;

    private Spelling() {}

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
