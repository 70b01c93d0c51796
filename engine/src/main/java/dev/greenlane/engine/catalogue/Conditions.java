package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Argument;
import java.util.List;

/** Whether conditions hold for the words of a call. */
final class Conditions {

    private final Bindings bindings;
    private final boolean inputPiped;

    Conditions(Bindings bindings, boolean inputPiped) {
        this.bindings = bindings;
        this.inputPiped = inputPiped;
    }

    /** Whether all of them hold. */
    Holds all(List<Condition> conditions) {
        Holds all = Holds.YES;
        for (Condition condition : conditions) {
            all = all.and(one(condition));
            if (all == Holds.NO) {
                return all;
            }
        }
        return all;
    }

    private Holds one(Condition condition) {
        return switch (condition) {
            case Condition.Present present -> Holds.of(bindings.has(present.slot()));
            case Condition.Absent absent -> Holds.of(!bindings.has(absent.slot()));
            case Condition.Matches matches -> anyMatches(matches.slot(), matches.glob());
            case Condition.MatchesNone none ->
                Holds.of(bindings.has(none.slot()))
                        .and(anyMatches(none.slot(), none.glob()).not());
            case Condition.Piped piped -> Holds.of(inputPiped != piped.negated());
            case Condition.AnyOf any -> {
                Holds some = Holds.NO;
                for (Condition alternative : any.conditions()) {
                    some = some.or(one(alternative));
                }
                yield some;
            }
        };
    }

    private Holds anyMatches(int slot, Glob glob) {
        Holds some = Holds.NO;
        for (Argument value : bindings.values(slot)) {
            some = some.or(glob.matches(value.value()));
            if (some == Holds.YES) {
                return some;
            }
        }
        return some;
    }
}
