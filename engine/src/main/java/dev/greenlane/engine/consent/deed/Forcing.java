package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a call goes further than one that was refused: {@code DROP DATABASE lab WITH (FORCE)} after {@code DROP DATABASE lab} failed
 * because others use it. The order was for the plain form; what stands in its way is news that the user may not have.
 */
public final class Forcing {

    private static final Set<String> STRONGER = forcing("stronger");
    private static final Pattern WANTED = DeedWords.beginnings(forcing("wanted"));
    private static final Pattern REWRITING = DeedWords.beginnings(forcing("rewriting"));
    private static final Pattern REFUSED = Pattern.compile("(?iu)" + DeedWords.anyOf(forcing("refused")));
    private static final Pattern APART = Pattern.compile("[\\s'\"`(),;=]+");
    private static final Pattern CLUSTER = Pattern.compile("-[a-zA-Z]{2,4}");
    /** {@code git branch -D} is {@code -d} with force. */
    private static final String DELETE = "-d";

    private Forcing() {}

    private static Set<String> forcing(String what) {
        return DeedWords.DEEDS.words("forcing", what);
    }

    /**
     * Whether nobody has spoken of the force that a call uses, and the call was refused without it, or rewrites what others have.
     *
     * @param said all that the user has said
     */
    public static boolean isUnsaid(List<String> said, Deed deed) {
        Set<String> words = words(String.join(" ", deed.command()));
        Set<String> plain = new LinkedHashSet<>(words);
        plain.removeAll(STRONGER);
        boolean capital = plain.contains("-D");
        if (plain.size() == words.size() && !capital
                || said.stream().anyMatch(message -> WANTED.matcher(message).find())) {
            return false;
        }
        if (words.contains("push")) {
            return said.stream().noneMatch(message -> REWRITING.matcher(message).find());
        }
        plain.removeAll(words(deed.command().getFirst()));
        plain.remove("-D");
        return deed.scene().reports().stream()
                .filter(report -> REFUSED.matcher(report.result()).find())
                .anyMatch(report -> isPlain(report, plain, capital));
    }

    /** Whether a call was the same without force. */
    private static boolean isPlain(Report report, Set<String> plain, boolean capital) {
        Set<String> before = words(report.call());
        return before.containsAll(plain)
                && before.stream().noneMatch(STRONGER::contains)
                && (!capital || before.contains(DELETE));
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : APART.split(text)) {
            if (CLUSTER.matcher(word).matches() && !STRONGER.contains(word.toLowerCase(Locale.ROOT))) {
                word.chars().skip(1).forEach(letter -> words.add("-" + (char) letter));
            } else if (!word.isEmpty()) {
                words.add(word.equals("-D") ? word : word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
