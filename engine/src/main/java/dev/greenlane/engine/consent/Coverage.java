package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Amounts;
import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Sought;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a clause speaks of what a deed does, whatever it is done to. */
final class Coverage {

    /** Operations that a prohibition without a verb does not mean. */
    static final Set<String> HARMLESS = Set.of("read", "fetch", "run", "connect", "start", "create", "schedule");

    /** A wish, or an order that begins with its verb. */
    private static final Sought WANTS = Sought.by(Pattern.compile("(?iu)" + Wording.WANTS.expression()
            + "|^\\W*\\p{L}+ (?:the|all|our|my|this|that|these|those|its|it|[\\w./@-]*[\\d./@-][\\w./@-]*) "));

    private static final Pattern BEGIN =
            Pattern.compile("(?iu)^\\W*(?:" + Wording.LEADS.expression() + " )*(\\p{L}{3,20})\\b");

    /** {@code it has to be disabled}. */
    private static final Pattern BECOMES = Pattern.compile("(?i)\\b(?:be|get|gets) (\\p{L}{3,20}ed)\\b");

    private static final Sought REPORTS =
            Sought.by(Pattern.compile("(?iu)" + Wording.REPORTS.expression() + "(?! to\\b)"));

    /** {@code fixed shop/web in 3.4}: what has been done. */
    private static final Pattern DONE =
            Pattern.compile("(?iu)\\W*(?:(?:i|we|just|i've|we've) )*\\p{L}{2,20}(?<!e)ed\\s");

    private Coverage() {}

    static boolean covers(Clause clause, Deed deed) {
        if (clause.operations().stream().anyMatch(deed.operations()::contains) || namesTool(clause, deed)) {
            return true;
        }
        if ((clause.mood() == Mood.ORDER || clause.mood() == Mood.STATEMENT) && saysAsTheCommand(clause, deed)) {
            return true;
        }
        if (clause.mood() == Mood.PROHIBITION && clause.operations().isEmpty()) {
            return !HARMLESS.containsAll(deed.operations())
                    && clause.mentions().stream()
                            .anyMatch(mention -> mention.tells()
                                    || !mention.places().isEmpty()
                                    || mention.pointing() && !mention.classes().isEmpty());
        }
        if (clause.mood() == Mood.PROHIBITION && clause.operations().contains("change")) {
            return true;
        }
        if (clause.mood() == Mood.ORDER && clause.operations().contains(Lexicon.VAGUE) && putsRight(clause, deed)) {
            return true;
        }
        return (clause.mood() == Mood.ORDER || setsAmount(clause, deed))
                && deed.sets()
                && Amounts.agree(clause.quote(), deed);
    }

    /** Whether a sentence begins with the word that the command has for what it does: {@code reindex orders}. */
    private static boolean saysAsTheCommand(Clause clause, Deed deed) {
        if (deed.verbs().isEmpty()) {
            return false;
        }
        Matcher begin = BEGIN.matcher(clause.quote());
        if (begin.find() && deed.verbs().contains(begin.group(1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        return clause.mood() == Mood.ORDER
                && BECOMES.matcher(clause.quote())
                        .results()
                        .map(done -> done.group(1).toLowerCase(Locale.ROOT))
                        .anyMatch(done -> deed.verbs().stream()
                                .anyMatch(verb -> done.equals(verb + "d") || done.equals(verb + "ed")));
    }

    static boolean ordersAsTheCommand(Clause clause, Deed deed) {
        return clause.mood() == Mood.STATEMENT && clause.operations().isEmpty() && saysAsTheCommand(clause, deed);
    }

    /** Whether a sentence without a verb that is known says how much there is to be of something, and not how much there is. */
    static boolean setsAmount(Clause clause, Deed deed) {
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && deed.sets()
                && WANTS.isIn(clause.quote())
                && !DONE.matcher(clause.quote()).lookingAt()
                && !REPORTS.isIn(clause.quote());
    }

    /** Whether the words say which tool is to be used. */
    private static boolean namesTool(Clause clause, Deed deed) {
        if (deed.command().size() < 3 || !deed.tool()) {
            return false;
        }
        String name = String.join("_", deed.command().subList(1, deed.command().size()));
        return clause.mentions().stream()
                .anyMatch(mention ->
                        mention.said().contains(name) || mention.within().contains(name));
    }

    /** Something vague is to be done about things in a state that the deed's operation puts right. */
    private static boolean putsRight(Clause clause, Deed deed) {
        return clause.mentions().stream()
                .flatMap(mention -> mention.words().stream())
                .map(Lexicon.standard()::state)
                .flatMap(Optional::stream)
                .anyMatch(state -> state.puttingRight().stream().anyMatch(deed.operations()::contains));
    }
}
