package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Amounts;
import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.DeedReader;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Numbering;
import dev.greenlane.engine.consent.deed.Operations;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.consent.words.Said;
import dev.greenlane.engine.effect.Effect;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the user's own words say of the effects of one call. The newest word counts. For one call, in one thread. */
public final class Wishes implements Consent {

    /** How much is held against clauses for one call: objects, as often as the command has words and the clauses are many. */
    private static final long MOST_WORK = 200_000;

    private final List<String> messages;

    private final DeedReader deeds;

    private final Map<Effect, Opinion> known = new IdentityHashMap<>();

    /** Newest first; read when the first effect is asked about. */
    private List<Clause> clauses = List.of();

    private boolean read;

    private long work;

    /** @param messages what the user has said, oldest first */
    public Wishes(List<String> messages, DeedReader deeds) {
        this.messages = List.copyOf(messages);
        this.deeds = deeds;
    }

    @Override
    public Opinion on(Effect effect, String rule) {
        if (!read) {
            read = true;
            clauses = Said.of(messages).clauses().reversed();
        }
        if (clauses.isEmpty()) {
            return Opinion.UNSAID;
        }
        return known.computeIfAbsent(effect, this::opinion);
    }

    private Opinion opinion(Effect effect) {
        Deed deed = deeds.read(effect);
        if (deed.operations().isEmpty() || deed.operations().equals(Set.of("read"))) {
            return Opinion.UNSAID;
        }
        work += (long) deed.items().size() * deed.command().size() * clauses.size();
        if (work > MOST_WORK) {
            return new Opinion.Unbound(
                    clauses.get(0).quote(), "The call does more than can be held against what was said.", false);
        }
        Optional<Clause> look = onlyLooks();
        if (look.isPresent() && deed.operations().stream().anyMatch(Operations.standard()::isGeneral)) {
            return new Opinion.Forbidden(look.get().quote());
        }
        Opinion opinion = ofItems(deed);
        boolean open = opinion instanceof Opinion.Unsaid
                || opinion instanceof Opinion.Beyond && !isOfSomebodyElse(deed)
                || opinion instanceof Opinion.Unbound;
        if (!open
                || !deed.tool()
                || !Operations.standard().isDelegated(effect.kind().id(), deed.command())) {
            return opinion;
        }
        return new Delegation(clauses, deed)
                .order()
                .filter(clause ->
                        Amounts.differ(clause.quote(), List.of(), deed).isEmpty())
                .<Opinion>map(clause -> new Opinion.Given("your words", clause.quote()))
                .orElse(opinion);
    }

    /** Whether a thing of the speaker's is meant, and what is touched was listed as something else. */
    private boolean isOfSomebodyElse(Deed deed) {
        return deed.items().stream().anyMatch(item -> item.listed().isPresent())
                && clauses.stream()
                        .filter(clause -> Hearing.isWish(clause) && Coverage.covers(clause, deed))
                        .anyMatch(clause -> clause.mentions().stream().anyMatch(Mention::mine));
    }

    private Opinion ofItems(Deed deed) {
        Hearing hearing = new Hearing(messages, clauses, deed);
        List<Item> items = Numbering.without(deed.items());
        if (items.isEmpty()) {
            return hearing.ofNothing();
        }
        Opinion weakest = null;
        for (Item item : items) {
            Opinion opinion = hearing.ofItem(item);
            if (weakest == null || rank(opinion) > rank(weakest)) {
                weakest = opinion;
            }
        }
        return weakest == null ? Opinion.UNSAID : weakest;
    }

    /** The clause of the newest message that wants nothing but a look. */
    private Optional<Clause> onlyLooks() {
        int newest = clauses.get(0).message();
        List<Clause> last =
                clauses.stream().filter(clause -> clause.message() == newest).toList();
        return last.stream().anyMatch(Hearing::isWish)
                ? Optional.empty()
                : last.stream()
                        .filter(clause -> clause.mood() == Mood.ONLY_LOOK)
                        .filter(clause -> clause.operations().contains("read"))
                        .findFirst();
    }

    static int rank(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Given given -> 0;
            case Opinion.Unbound unbound -> 1;
            case Opinion.Unsaid unsaid -> 2;
            case Opinion.Asked asked -> 3;
            case Opinion.Beyond beyond -> 4;
            case Opinion.Forbidden forbidden -> 5;
        };
    }
}
