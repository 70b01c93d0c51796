package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.DeedWords;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Operations;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.consent.words.Wording;
import java.util.List;
import java.util.Set;

/** What a prohibition forbids of a deed. */
final class Prohibitions {

    private Prohibitions() {}

    /** Whether a prohibition names by what means the deed is done: {@code nothing with sudo}. */
    static boolean forbidMeans(Clause clause, Deed deed) {
        return clause.mentions().stream()
                .filter(mention -> mention.names().isEmpty())
                .flatMap(mention -> mention.said().stream())
                .anyMatch(deed.scene().programs()::contains);
    }

    /** Whether a prohibition speaks of all there is. */
    static boolean general(Clause clause) {
        return clause.mentions().stream()
                .allMatch(mention ->
                        !mention.tells() && !mention.mine() && mention.places().isEmpty());
    }

    /** Whether a prohibition speaks of all things of such a sort: {@code leave the volumes alone}. */
    static boolean areOfSort(Clause clause, Deed deed, Item item) {
        boolean work = deed.families().contains("vcs") && deed.unlimited();
        return item.whole()
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.said().stream()
                                .anyMatch(said -> item.text().startsWith(said + " of ")
                                        || work
                                                && DeedWords.DEEDS
                                                        .words("around", "work")
                                                        .contains(said)));
    }

    static boolean forbid(Clause clause, Fit fit) {
        if (general(clause)) {
            boolean nothingAtAll = clause.operations().contains("change") && !isBeside(clause);
            return nothingAtAll
                            && (Reservations.NOTHING.matcher(clause.quote()).find()
                                            && clause.mentions().isEmpty()
                                    || clause.mentions().stream().anyMatch(Mention::all))
                    || clause.operations().stream().anyMatch(Operations.standard()::isGeneral);
        }
        return fit == Fit.MATCH;
    }

    /** Whether a prohibition is of what the same message does not ask for: {@code keep everything else}. */
    static boolean areOfTheRest(Clause clause) {
        return general(clause) && isBeside(clause);
    }

    /** "Don't change anything else" forbids nothing of what was asked for. */
    private static boolean isBeside(Clause clause) {
        return Wording.REST.in(clause.quote()) || Wording.MORE.in(clause.quote());
    }

    /** What is emptied is not deleted: {@code empty the log, but don't delete it}. */
    static boolean spareEmptied(Clause prohibition, Deed deed, List<Clause> clauses) {
        return deed.operations().containsAll(Set.of("create", "change"))
                && deed.families().contains("file")
                && Set.of("delete", "stop", "uninstall", "discard").containsAll(prohibition.operations())
                && clauses.stream()
                        .filter(clause -> clause.message() == prohibition.message())
                        .anyMatch(clause -> clause.operations().contains("truncate"));
    }
}
