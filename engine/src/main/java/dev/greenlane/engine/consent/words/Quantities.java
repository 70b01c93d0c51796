package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.listing.Thing;

/** How many of something are meant, and which of a row: {@code three pods}, {@code lr2 through lr4}. */
final class Quantities {

    private final Row row;

    Quantities(Row row) {
        this.row = row;
    }

    /** The number that a word is; 0 where it is none. */
    int number(int at) {
        String word = row.word(at);
        if (word.length() <= 3 && !word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(word);
        }
        return row.lexicon().number(word);
    }

    /** Whether a number says how many: {@code three pods}, {@code all three}, {@code these two}. */
    boolean counts(int at, MentionDraft draft) {
        boolean digits = row.isName(at);
        if (row.ends(at + 1)) {
            boolean small = digits && row.is(at - 1, Sort.PLURALS);
            return small || !digits && at > 0 && (draft.all || draft.pointing || row.is(at - 1, Sort.PLURALS));
        }
        if (row.isName(at + 1)) {
            return !digits && countsNamed(at);
        }
        if (row.is(at + 1, Sort.UNITS) || row.is(at + 1, Sort.EXTENTS)) {
            return false;
        }
        return digits ? countsClass(at) : !row.is(at + 1, Sort.AND) || draft.all;
    }

    /** {@code the two tok-bench runs}: a name, and right behind it a word for several. */
    private boolean countsNamed(int at) {
        String word = row.word(at + 2);
        return at + 2 < row.size()
                && row.token(at + 2).isWord()
                && row.lexicon().isClass(word)
                && !Forms.singular(word).equals(word);
    }

    /** Digits count only what has a word for several: {@code 3 idle pods}. */
    private boolean countsClass(int at) {
        for (int next = at + 1; next < Math.min(row.size(), at + 4); next++) {
            if (!row.token(next).isWord() || row.is(next, Sort.AND)) {
                return false;
            }
            if (row.lexicon().isClass(row.word(next))) {
                return !Forms.singular(row.word(next)).equals(row.word(next));
            }
        }
        return false;
    }

    /** {@code 10 to 19}, {@code lr2 through lr4}: names made alike with a word of extent between them. */
    boolean isRange(int at) {
        if (at + 2 >= row.size() || !row.is(at + 1, Sort.EXTENTS) || !row.isName(at + 2)) {
            return false;
        }
        String first = row.token(at).text();
        String last = row.token(at + 2).text();
        return Thing.shape(first).equals(Thing.shape(last))
                && first.matches(".*\\d.*")
                && lastNumber(first) <= lastNumber(last)
                && !row.is(at + 3, Sort.UNITS);
    }

    private static double lastNumber(String name) {
        String digits = name.replaceFirst("\\D+$", "");
        return Double.parseDouble("0"
                + digits.substring(
                        digits.length() - digits.replaceFirst(".*\\D", "").length()));
    }
}
