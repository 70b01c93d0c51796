package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a clause means a deed whose objects nobody can tell: all of it is wanted, and nothing was said that the command does not
 * say.
 */
public final class CommandFit {

    /** What all is that is emptied: {@code keys}, and not {@code sessions}. */
    private static final Set<String> CONTENT = DeedWords.DEEDS.words("emptied", "all of it");

    private static final Set<String> STORES = DeedWords.DEEDS.words("emptied", "store");

    private final Lexicon lexicon = Lexicon.standard();
    private final Clause clause;
    private final Deed deed;
    private final Set<String> pieces = new LinkedHashSet<>();
    private final boolean store;

    private CommandFit(Clause clause, Deed deed) {
        this.clause = clause;
        this.deed = deed;
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        String program = deed.command().isEmpty() ? "" : deed.command().getFirst();
        store = STORES.contains(program.substring(program.lastIndexOf('/') + 1));
        if (store) {
            pieces.addAll(Makers.of(program));
        }
    }

    /** How well a clause fits all that such a deed does. */
    public static Fit of(Clause clause, Deed deed) {
        return new CommandFit(clause, deed).fit();
    }

    private Fit fit() {
        Set<Integer> months = Months.said(clause.quote());
        Set<Integer> taken = months.isEmpty() ? Set.of() : Months.taken(deed.command());
        if (!months.containsAll(taken)) {
            return Fit.OTHER;
        }
        if (!months.isEmpty() && taken.isEmpty() || store && isInUnsaidProduction()) {
            return Fit.UNKNOWN;
        }
        if (store && Servers.areAway(deed.command()) && !saysWhere()) {
            return Fit.UNKNOWN;
        }
        boolean program = false;
        boolean headed =
                clause.mentions().stream().anyMatch(mention -> Claim.isOwn(mention, clause) && mention.tells());
        for (Mention mention : clause.mentions()) {
            if (store && headed && !Claim.isOwn(mention, clause)) {
                continue;
            }
            for (String said : mention.said()) {
                boolean there = pieces.containsAll(Thing.pieces(said)) || Pieces.has(pieces, said) || isNumbered(said);
                if (!there && !saysNothing(said)) {
                    return Fit.UNKNOWN;
                }
                program |= there;
            }
        }
        return program ? Fit.MATCH : Fit.UNKNOWN;
    }

    /** Whether a word only says what sort of thing it is, and chooses none of what is in it. */
    private boolean saysNothing(String said) {
        return store
                ? CONTENT.contains(said)
                        || lexicon.place(said)
                                .filter(place -> place.name().equals("local"))
                                .filter(place -> !Servers.areAway(deed.command()))
                                .isPresent()
                : lexicon.isClass(said);
    }

    /** {@code db2} for the 2 of the command. */
    private boolean isNumbered(String said) {
        return store && said.matches("db\\d{1,3}") && pieces.contains(said.substring(2));
    }

    /** Whether the server is named on which a command works, or what it is for. */
    private boolean saysWhere() {
        return Stream.concat(clause.mentions().stream(), clause.context().stream())
                .flatMap(mention -> Stream.concat(mention.said().stream(), mention.within().stream()))
                .filter(said -> !CONTENT.contains(said) && said.length() > 2)
                .anyMatch(said -> pieces.containsAll(Thing.pieces(said))
                        && deed.command().stream()
                                .skip(1)
                                .anyMatch(word -> Thing.pieces(word).containsAll(Thing.pieces(said))));
    }

    /** Whether the command works in production, and nobody said so. */
    private boolean isInUnsaidProduction() {
        List<Mention> said = Stream.concat(clause.mentions().stream(), clause.context().stream())
                .toList();
        return deed.command().stream()
                .flatMap(word -> Thing.pieces(word).stream())
                .map(lexicon::place)
                .flatMap(Optional::stream)
                .map(Place::name)
                .anyMatch(name -> name.equals("prod")
                        && said.stream()
                                .noneMatch(mention -> mention.places().stream()
                                                .anyMatch(place -> place.name().equals(name))
                                        || mention.said().stream().anyMatch(word -> isInProduction(word))));
    }

    private boolean isInProduction(String word) {
        return Thing.pieces(word).stream()
                .map(lexicon::place)
                .flatMap(Optional::stream)
                .anyMatch(place -> place.name().equals("prod"));
    }
}
