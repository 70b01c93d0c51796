package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon.State;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what was said against what a listing tells of an object: its state, its owner, whether it is so or not. */
final class ListedFit {

    private static final Set<String> YES = DeedWords.DEEDS.words("values", "yes");
    private static final Set<String> NO = no();
    /** {@code attached}, {@code unattached}. */
    private static final Pattern FLAG = Pattern.compile("(un)?(\\p{L}{4,}?)(?:e?d|ing)?");

    private final Deed deed;
    private final Item item;
    private final Evidence evidence;

    ListedFit(Held held, Evidence evidence) {
        this.deed = held.deed();
        this.item = held.item();
        this.evidence = evidence;
    }

    private static Set<String> no() {
        Set<String> no = new LinkedHashSet<>(DeedWords.DEEDS.words("values", "no"));
        no.add("");
        return Set.copyOf(no);
    }

    /** Whether the thing was listed with a column that is called like the word and says yes or no. */
    boolean flag(String word, Thing thing) {
        Matcher flag = FLAG.matcher(word);
        if (!flag.matches()) {
            return false;
        }
        boolean denied = flag.group(1) != null;
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            if (property.getKey().equals(word)
                    && (YES.contains(property.getValue().toLowerCase(Locale.ROOT))
                            || NO.contains(property.getValue().toLowerCase(Locale.ROOT)))) {
                boolean no = NO.contains(property.getValue().toLowerCase(Locale.ROOT));
                evidence.found |= !no;
                evidence.against |= no;
                evidence.toldOtherwise |= no;
                return true;
            }
            boolean called = property.getKey().startsWith(flag.group(2))
                    || property.getKey().startsWith("is" + flag.group(2))
                    || property.getKey().startsWith("is_" + flag.group(2));
            String value = property.getValue().toLowerCase(Locale.ROOT);
            boolean list = property.getKey().endsWith("s");
            if (called && (list || YES.contains(value) || NO.contains(value))) {
                boolean yes = !NO.contains(value);
                evidence.found |= yes != denied;
                evidence.against |= yes == denied;
                evidence.toldOtherwise |= yes == denied;
                return true;
            }
        }
        return false;
    }

    /** Holds a state that was said against that of the thing. */
    void state(String word, State state, Thing thing) {
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            if (property.getKey().contains(word) || state.words().contains(property.getKey())) {
                boolean no = NO.contains(property.getValue().toLowerCase(Locale.ROOT));
                evidence.found |= !no;
                evidence.against |= no;
                evidence.toldOtherwise |= no;
                return;
            }
        }
        if (thing.pieces().stream().anyMatch(state.words()::contains)) {
            evidence.found = true;
        } else if (thing.askedPieces().stream().anyMatch(state.words()::contains)) {
            evidence.asked = true;
        } else if (deed.scene().things().all().stream()
                .anyMatch(other -> other.pieces().stream().anyMatch(state.words()::contains))) {
            evidence.against = true;
            evidence.toldOtherwise = true;
        } else {
            evidence.doubt = true;
        }
    }

    /** Whether the newest listing has as many things, and the call takes all of them. */
    boolean isWhole(int count) {
        Things things = deed.scene().things();
        return item.listed().filter(things::isNewest).isPresent()
                && things.newest().size() == count
                && things.newest().stream().allMatch(this::isTaken);
    }

    private boolean isTaken(Thing thing) {
        return deed.items().stream().anyMatch(each -> thing.names().stream().anyMatch(each.names()::contains))
                || thing.names().stream().anyMatch(deed.scene().words()::contains);
    }

    /** Whether nothing else was listed with the object. */
    boolean isAlone() {
        return item.listed()
                .filter(thing -> deed.scene().things().listedWith(thing).size() == 1)
                .isPresent();
    }

    /** Holds the owner against the speaker; whether anything is known of that. */
    boolean owner() {
        Set<String> me = deed.scene().me();
        Optional<String> owner = item.listed().flatMap(Owners::of);
        if (owner.isPresent()) {
            boolean mine = Owners.is(owner.get(), me);
            evidence.agrees |= mine;
            evidence.against |= !mine && !me.isEmpty();
            return mine || !me.isEmpty();
        }
        if (item.pieces().stream().anyMatch(me::contains)) {
            evidence.agrees = true;
            return true;
        }
        evidence.against |= item.listed().isPresent()
                && deed.scene().things().all().stream()
                        .anyMatch(other -> other.pieces().stream().anyMatch(me::contains));
        return evidence.against;
    }
}
