package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether something else was named with which it is to be done, or to which it is to go, than the call has. */
final class Ways {

    private static final Pattern DIRECTION = Pattern.compile("(?i)\\b" + DeedWords.anyOf(around("direction"))
            + "\\s+`?((?:[\\w-]+\\.)+[a-z]{2,12}(?::\\d+)?(?:/[\\w./-]+)?)(?=[\\s`,;.!?]|$)");
    private static final Pattern MEANS = Pattern.compile(
            "(?iu)\\b" + DeedWords.anyOf(around("means")) + "\\s+(?:" + DeedWords.anyOf(around("article"))
                    + "\\s+)?([\\w.-]{2,40})\\s+" + DeedWords.anyOf(around("tool")) + "\\b");

    private final Clause clause;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;

    Ways(Claim claim) {
        this.clause = claim.clause();
        this.deed = claim.deed();
        this.item = claim.item();
        this.pieces = claim.pieces();
    }

    private static Set<String> around(String what) {
        return DeedWords.DEEDS.words("around", what);
    }

    /** Whether a tool was named that is to do it, and the call does it with another. */
    boolean goesAnotherWay() {
        Matcher means = MEANS.matcher(clause.quote());
        while (means.find()) {
            String tool = means.group(1).toLowerCase(Locale.ROOT);
            boolean used = deed.scene().programs().stream().anyMatch(program -> program.startsWith(tool))
                    || deed.tool() && Pieces.has(pieces, tool)
                    || deed.scene().words().contains(tool)
                    || Lexicon.standard().isNoise(tool);
            if (!used) {
                return true;
            }
        }
        return false;
    }

    /** Whether a host or a file was named to go to, or to come from, that the call has nothing to do with. */
    boolean goesElsewhere() {
        if (deed.tool()) {
            return false;
        }
        Matcher direction = DIRECTION.matcher(clause.quote());
        while (direction.find()) {
            String name = direction.group(1);
            boolean known = pieces.containsAll(Thing.pieces(name))
                    || Names.contain(name, item)
                    || deed.scene().words().stream().anyMatch(word -> word.contains(name));
            if (!known
                    && clause.mentions().stream()
                            .anyMatch(mention -> mention.said().contains(name.toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether another folder was named than that in which a file lies that is named by a pattern. */
    boolean liesElsewhere(Mention pattern) {
        return item.path()
                && pattern.names().stream().anyMatch(Patterns::isPattern)
                && clause.mentions().stream()
                        .flatMap(mention -> mention.names().stream())
                        .filter(name -> name.startsWith("/") || name.startsWith("~/"))
                        .anyMatch(name -> !Names.contain(name, item) && !pieces.containsAll(Thing.pieces(name)));
    }
}
