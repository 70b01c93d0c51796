package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a listing tells of an object otherwise than was said: {@code the ones that are stopped}, and it runs; {@code the files of
 * emil}, and they are ane's. Looks at the columns in which something else that was listed is as was said.
 */
final class Contradiction {

    /** Of more objects, or of more things, nothing is worked out. */
    private static final int MANY = 20;

    private static final int MOST = 400;
    private static final int LONGEST_VALUE = 40;
    private static final int MOST_WORDS = 120;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Sought EXCEPTION = Sought.any(DeedWords.DEEDS.words("around", "exception"));
    private static final Sought SEVERAL = Sought.any(DeedWords.DEEDS.words("around", "several"));
    private static final Set<String> EMPTY = DeedWords.DEEDS.words("around", "empty");
    private static final Set<String> NUMBERS = DeedWords.DEEDS.words("columns", "number");
    private static final Set<String> STATES = DeedWords.DEEDS.words("columns", "state");

    private Contradiction() {}

    /** Whether the object is of a state that was said, and not all are that were listed with it: {@code those available}. */
    static boolean attests(Clause clause, Deed deed, Item item) {
        if (item.listed().isEmpty() || deed.items().size() > MANY || EXCEPTION.isIn(clause.quote())) {
            return false;
        }
        Set<String> said = phrases(clause.quote());
        List<Thing> beside = deed.scene().things().listedWith(item.listed().get());
        if (empty(item.listed().get(), said).filter(Fit.MATCH::equals).isPresent()) {
            return true;
        }
        return item.listed().get().properties().entrySet().stream()
                .filter(property -> tells(property.getKey(), property.getValue(), said))
                .anyMatch(property -> beside.size() <= MOST
                        && beside.stream()
                                .anyMatch(other -> !property.getValue()
                                        .equalsIgnoreCase(other.properties().get(property.getKey()))));
    }

    /** Whether a column was said with its value, or a state by itself: {@code port 8080}, {@code available}. */
    private static boolean tells(String column, String value, Set<String> said) {
        return STATES.contains(column) && isSaid(value, said)
                || column.length() > 2 && said.contains(column + " " + value.toLowerCase(Locale.ROOT));
    }

    /** That it is another one, or may be; empty where nothing speaks against it. */
    static Optional<Fit> of(Clause clause, Deed deed, Item item) {
        if (item.listed().isEmpty() || deed.items().size() > MANY || EXCEPTION.isIn(clause.quote())) {
            return Optional.empty();
        }
        Thing thing = item.listed().get();
        List<Thing> beside = deed.scene().things().listedWith(thing);
        if (beside.size() < 2 || beside.size() > MOST) {
            return Optional.empty();
        }
        Set<String> said = phrases(clause.quote());
        Optional<Fit> empty = empty(thing, said);
        if (empty.isPresent()) {
            return empty.filter(Fit.OTHER::equals);
        }
        boolean several = SEVERAL.isIn(clause.quote());
        Fit found = Fit.MATCH;
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            String column = property.getKey();
            Set<String> pieces = Thing.pieces(property.getValue());
            boolean own = several && thing.names().contains(property.getValue())
                    || isSaid(property.getValue(), said)
                    || tells(column, property.getValue(), said);
            boolean others = !own
                    && beside.stream()
                            .map(other -> other.properties().getOrDefault(column, ""))
                            .anyMatch(value -> !pieces.containsAll(Thing.pieces(value))
                                    && (isSaid(value, said) || tells(column, value, said)));
            if (others && !column.isEmpty()) {
                boolean telling = STATES.contains(column) || Owners.isKey(column);
                found = telling ? Fit.OTHER : found == Fit.OTHER ? found : Fit.UNKNOWN;
            }
        }
        return found == Fit.MATCH ? Optional.empty() : Optional.of(found);
    }

    /** Whether a thing that is to be empty has nothing in it, where a column tells how much it has. */
    private static Optional<Fit> empty(Thing thing, Set<String> said) {
        if (said.stream().noneMatch(EMPTY::contains)) {
            return Optional.empty();
        }
        return thing.properties().entrySet().stream()
                .filter(property -> NUMBERS.contains(property.getKey())
                        && property.getValue().matches("\\d{1,15}"))
                .map(property -> property.getValue().matches("0+") ? Fit.MATCH : Fit.OTHER)
                .reduce((one, other) -> one == Fit.OTHER ? one : other);
    }

    /** All words of a text, and all pairs of them. */
    private static Set<String> phrases(String text) {
        List<String> words = List.of(APART.split(text.toLowerCase(Locale.ROOT)));
        Set<String> phrases = new LinkedHashSet<>();
        for (int at = 0; at < Math.min(words.size(), MOST_WORDS); at++) {
            phrases.add(words.get(at));
            if (at + 1 < words.size()) {
                phrases.add(words.get(at) + " " + words.get(at + 1));
            }
        }
        return phrases;
    }

    private static boolean isSaid(String value, Set<String> said) {
        if (value.length() < 3 || value.length() > LONGEST_VALUE) {
            return false;
        }
        String text =
                APART.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return said.contains(text) && text.chars().anyMatch(Character::isLetter)
                || Lexicon.standard()
                        .state(text)
                        .filter(state -> state.words().stream().anyMatch(said::contains))
                        .isPresent();
    }
}
