package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.DeedWords;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Meaning;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import java.util.Locale;
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
    private static final String BEFORE = DeedWords.anyOf(DeedWords.DEEDS.words("kept", "held back before"));
    private static final String BEHIND = DeedWords.anyOf(DeedWords.DEEDS.words("kept", "held back behind"));

    private HeldBack() {}

    /**
     * Whether an object was held back in the message of an order or before it; later words that name the object count more.
     *
     * @param messages what the user has said, oldest first
     */
    static boolean holds(List<String> messages, Clause order, Deed deed, Item item) {
        String name = item.text().substring(item.text().lastIndexOf('/') + 1);
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return false;
        }
        int first = Meaning.names(order, deed, item) ? order.message() : 0;
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> naming = messages.subList(first, order.message() + 1).stream()
                .filter(message -> message.toLowerCase(Locale.ROOT).contains(lower))
                .toList();
        if (naming.isEmpty()) {
            return false;
        }
        String named = BEGIN + "[\"'`]?" + Pattern.quote(name) + "[\"'`]?" + END;
        Pattern held =
                Pattern.compile("(?iu)" + BEGIN + BEFORE + BETWEEN + named + "|" + named + BETWEEN + BEHIND + END);
        return naming.stream().anyMatch(message -> held.matcher(message).find());
    }

    /** Whether the message says of others, and not of this one, that they are to be taken, and the order only where they are. */
    static boolean isOfAnother(List<Clause> clauses, Clause order, Deed deed, Item item) {
        boolean vague =
                order.mentions().stream().noneMatch(mention -> mention.tells() || mention.all() || mention.pointing());
        List<Clause> told = clauses.stream()
                .filter(clause -> clause.message() == order.message() && clause.mood() == Mood.STATEMENT)
                .filter(clause -> vague
                                && clause.mentions().stream()
                                        .anyMatch(mention -> !mention.names().isEmpty())
                        || clause.operations().contains(Clause.UNNEEDED))
                .toList();
        return told.stream().anyMatch(clause -> Meaning.of(clause, deed, item) == Fit.OTHER)
                && told.stream().noneMatch(clause -> Meaning.names(clause, deed, item))
                && !Meaning.names(order, deed, item);
    }
}
