package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a clause says, held against an object of a deed.
 *
 * @param pieces those of the object, of the command, and of what people call its program
 */
record Claim(Clause clause, Deed deed, Item item, Set<String> pieces) {

    static Claim of(Clause clause, Deed deed, Item item) {
        Set<String> pieces = new LinkedHashSet<>(item.pieces());
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        deed.within().forEach(word -> pieces.addAll(Thing.pieces(word)));
        deed.command().stream().limit(1).forEach(program -> pieces.addAll(Makers.of(program)));
        return new Claim(clause, deed, item, pieces);
    }

    Held held(Mention mention) {
        return new Held(mention, deed, item, pieces);
    }

    /** Whether a mention stands in the clause itself, and not only before it, where {@code it} points to. */
    boolean isOwn(Mention mention) {
        return isOwn(mention, clause);
    }

    /** The same of any clause. */
    static boolean isOwn(Mention mention, Clause clause) {
        String quote = clause.quote().toLowerCase(Locale.ROOT);
        return mention.said().isEmpty() || mention.said().stream().anyMatch(quote::contains);
    }

    /** Whether the object or the command has all these words. */
    boolean covers(List<String> said) {
        return said.stream().allMatch(each -> pieces.containsAll(Thing.pieces(each)));
    }

    /** Whether the command itself says the number that was said: {@code -mtime +30}. */
    boolean isMeasured(String word) {
        Set<String> said = new LinkedHashSet<>();
        clause.mentions().forEach(mention -> said.addAll(mention.words()));
        said.addAll(Spans.days(clause.quote()));
        boolean number = said.stream().anyMatch(each -> each.matches("\\d+") && pieces.contains(each));
        return number
                || isMonthly(word)
                || item.listed().isPresent() && item.pieces().contains(word);
    }

    /** Whether a word is for a month that the object's name has, or compares it with one. */
    private boolean isMonthly(String word) {
        return Months.tell(item)
                && clause.mentions().stream()
                        .filter(mention -> mention.words().contains(word))
                        .anyMatch(mention -> mention.words().stream()
                                .anyMatch(each -> Months.isMonth(each) && Months.fit(each, mention.words(), item)));
    }
}
