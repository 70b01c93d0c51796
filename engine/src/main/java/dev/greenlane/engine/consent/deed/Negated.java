package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things that were chosen by a state in which they are not: {@code everything that is not running any more}. */
final class Negated {

    private static final Pattern NOT = Pattern.compile("(?iu)(?<![\\p{L}])"
            + DeedWords.anyOf(DeedWords.DEEDS.words("around", "denial")) + "\\s+(?:in\\s+)?(\\p{L}{4,30})(?![\\p{L}])");

    private Negated() {}

    /** Whether an object was listed in another state than that in which it may not be; empty where nothing was said so. */
    static Optional<Fit> of(Clause clause, Deed deed, Item item) {
        Matcher not = NOT.matcher(clause.quote());
        Optional<Thing> listed = item.listed();
        while (listed.isPresent() && not.find()) {
            String state = not.group(1).toLowerCase(Locale.ROOT);
            List<Thing> beside = deed.scene().things().listedWith(listed.get());
            if (beside.stream().anyMatch(each -> is(each, state))) {
                return Optional.of(is(listed.get(), state) ? Fit.OTHER : Fit.MATCH);
            }
        }
        return Optional.empty();
    }

    private static boolean is(Thing thing, String state) {
        return thing.properties().values().stream().anyMatch(state::equalsIgnoreCase);
    }
}
