package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.listing.Thing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What belongs to a thing, and is not the thing itself: {@code web-1's volume}, where the command takes the pod. */
final class Belongings {

    private static final int LONGEST = 200;

    private Belongings() {}

    /** Whether something of another sort than the command takes was spoken of that belongs to the object. */
    static boolean areMeant(Clause clause, Deed deed, Item item) {
        Lexicon lexicon = Lexicon.standard();
        String name = Names.last(Names.normal(item.text()));
        if (name.isEmpty()
                || name.length() > LONGEST
                || clause.quote().indexOf('\'') < 0 && clause.quote().indexOf('’') < 0
                || deed.command().stream().noneMatch(lexicon::isClass)) {
            return false;
        }
        Matcher belonging = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_-])" + Pattern.quote(name) + "['’]s?\\s+(\\p{L}+)")
                .matcher(clause.quote());
        return belonging.find()
                && lexicon.isClass(belonging.group(1))
                && deed.command().stream().noneMatch(word -> Pieces.has(Thing.pieces(word), belonging.group(1)));
    }
}
