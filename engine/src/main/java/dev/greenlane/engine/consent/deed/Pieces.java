package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.Locale;
import java.util.Set;

/** A word, held against the pieces of names. */
final class Pieces {

    private Pieces() {}

    /** Whether a word is among pieces of names, in whatever form. */
    static boolean has(Set<String> pieces, String word) {
        return pieces.contains(word)
                || pieces.contains(word + "s")
                || word.contains("-") && pieces.containsAll(Thing.pieces(word))
                || word.length() > 3 && pieces.stream().anyMatch(piece -> isStem(piece, word) || isDaemon(piece, word));
    }

    /** Whether a name is that of the daemon for something: {@code thumbd} for {@code thumbnail}. */
    private static boolean isDaemon(String piece, String word) {
        return piece.length() > 4
                && word.indexOf('-') < 0
                && piece.length() <= word.length()
                && piece.endsWith("d")
                && word.startsWith(piece.substring(0, piece.length() - 1));
    }

    /** Whether one word is a short form of the other: {@code train}, {@code training}. */
    private static boolean isStem(String one, String other) {
        if (!other.chars().allMatch(Character::isLetter)) {
            return false;
        }
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() > 3 && longer.startsWith(shorter) && !shorter.equals(longer);
    }

    /** A name with hyphens between its pieces, and around it. */
    static String joined(String name) {
        return "-" + String.join("-", name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) + "-";
    }
}
