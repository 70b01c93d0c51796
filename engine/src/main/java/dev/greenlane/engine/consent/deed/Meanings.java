package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What clauses mean of the objects of one deed; each is found out once. For one call, in one thread. */
public final class Meanings {

    private final Deed deed;

    private final Map<Item, Map<Clause, Meaning>> known = new IdentityHashMap<>();

    private final Map<Clause, Boolean> otherNumbers = new IdentityHashMap<>();

    private final Map<Clause, Boolean> disagreeing = new IdentityHashMap<>();

    private final Map<Clause, Set<String>> compared = new IdentityHashMap<>();

    public Meanings(Deed deed) {
        this.deed = deed;
    }

    /** The deed whose objects they are. */
    public Deed deed() {
        return deed;
    }

    /** Whether numbers were said, and the deed has one that was not. */
    public boolean haveOtherNumbers(Clause clause) {
        return otherNumbers.computeIfAbsent(clause, each -> Numbering.differ(each, this));
    }

    /** Whether the words and the command have numbers that the other does not have. */
    boolean disagreeInNumbers(Clause clause) {
        return disagreeing.computeIfAbsent(clause, each -> Numbering.disagree(each, this));
    }

    /** The words of a clause with which objects were compared, and it is known of all how: {@code 2025}, {@code 30 days}. */
    Set<String> compared(Clause clause) {
        return compared.computeIfAbsent(clause, this::findCompared);
    }

    private Set<String> findCompared(Clause clause) {
        Set<String> values = Choosing.values(clause);
        boolean known = !values.isEmpty()
                && deed.items().stream().allMatch(item -> meaning(clause, item).isCompared());
        return known ? values : Set.of();
    }

    /** Whether {@code clause} means {@code item}. */
    public Fit of(Clause clause, Item item) {
        return meaning(clause, item).fit();
    }

    /** Whether {@code clause} has the name of {@code item}. */
    public boolean names(Clause clause, Item item) {
        return meaning(clause, item).names();
    }

    private Meaning meaning(Clause clause, Item item) {
        return known.computeIfAbsent(item, each -> new IdentityHashMap<>())
                .computeIfAbsent(clause, each -> new Meaning(each, deed, item));
    }
}
