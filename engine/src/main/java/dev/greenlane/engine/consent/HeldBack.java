package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.DeedWords;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Meanings;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is said right beside the name of a thing to keep it out of what is ordered: {@code skip web-1}, {@code web-1 must survive}.
 * Looks at the words as they are written, so that a name may be any word.
 */
final class HeldBack {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;
    private static final String APART = "[\\s:,]+";
    private static final String BETWEEN = APART + "(?:\\p{L}{1,12}" + APART + ")?";
    private static final String BEGIN = "(?<![\\p{L}\\p{N}_-])";
    private static final String END = "(?![\\p{L}\\p{N}_-])";
    private static final int NEAR = 200;
    private static final Pattern BEFORE = Pattern.compile("(?iu)" + BEGIN + held("before") + BETWEEN + "\\z");
    private static final Pattern BEHIND = Pattern.compile("(?iu)" + BETWEEN + held("behind") + END);

    private HeldBack() {}

    private static String held(String where) {
        return DeedWords.anyOf(DeedWords.DEEDS.words("kept", "held back " + where));
    }

    /**
     * Whether an object was held back in the message of an order or before it; later words that name the object count more.
     *
     * @param messages what the user has said, oldest first
     */
    static boolean holds(List<String> messages, Clause order, Meanings meanings, Item item) {
        String name = item.text().substring(item.text().lastIndexOf('/') + 1);
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return false;
        }
        int first = meanings.names(order, item) ? order.message() : 0;
        return messages.subList(first, order.message() + 1).stream().anyMatch(message -> holds(message, name));
    }

    /** Whether a message has the name as a word of its own, with such words before or behind it. */
    private static boolean holds(String message, String name) {
        int length = name.length();
        for (int at = next(message, name, 0); at >= 0; at = next(message, name, at + 1)) {
            int from = at > 0 && isQuote(message.charAt(at - 1)) ? at - 1 : at;
            int to = at + length < message.length() && isQuote(message.charAt(at + length))
                    ? at + length + 1
                    : at + length;
            boolean alone = !isOfWord(message, from - 1) && (to > at + length || !isOfWord(message, to));
            if (alone
                    && (BEFORE.matcher(message)
                                    .region(Math.max(0, from - NEAR), from)
                                    .useTransparentBounds(true)
                                    .find()
                            || BEHIND.matcher(message)
                                    .region(to, Math.min(message.length(), to + NEAR))
                                    .useTransparentBounds(true)
                                    .lookingAt())) {
                return true;
            }
        }
        return false;
    }

    private static int next(String message, String name, int from) {
        for (int at = from; at + name.length() <= message.length(); at++) {
            if (message.regionMatches(true, at, name, 0, name.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isQuote(char mark) {
        return mark == '"' || mark == '\'' || mark == '`';
    }

    private static boolean isOfWord(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char mark = text.charAt(at);
        return Character.isLetterOrDigit(mark) || mark == '_' || mark == '-';
    }

    /** Whether the message says of others, and not of this one, that they are to be taken, and the order only where they are. */
    static boolean isOfAnother(List<Clause> clauses, Clause order, Meanings meanings, Item item) {
        boolean vague =
                order.mentions().stream().noneMatch(mention -> mention.tells() || mention.all() || mention.pointing());
        List<Clause> told = clauses.stream()
                .filter(clause -> clause.message() == order.message() && clause.mood() == Mood.STATEMENT)
                .filter(clause -> vague
                                && clause.mentions().stream()
                                        .anyMatch(mention -> !mention.names().isEmpty())
                        || clause.operations().contains(Clause.UNNEEDED))
                .toList();
        return told.stream().anyMatch(clause -> meanings.of(clause, item) == Fit.OTHER)
                && told.stream().noneMatch(clause -> meanings.names(clause, item))
                && !meanings.names(order, item);
    }
}
