package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Comparisons.Extreme;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a thing is the most or the least of those that were listed with it. */
final class Ranking {

    private Ranking() {}

    /** Empty where the things are not listed with a value of that sort. */
    static Optional<Fit> of(List<Thing> rivals, Thing thing, Range.Sort sort, Extreme extreme, Mention mention) {
        Optional<Range> own = value(thing, sort);
        if (own.isEmpty() || rivals.size() < 2) {
            return Optional.empty();
        }
        // Of ages the greatest is the oldest.
        boolean most = extreme.of().equals("time") && sort == Range.Sort.SECONDS ? !extreme.most() : extreme.most();
        int before = 0;
        int beside = 0;
        for (Thing rival : rivals) {
            if (rival.names().stream().anyMatch(thing.names()::contains)) {
                continue;
            }
            Optional<Range> value = value(rival, sort);
            if (value.isEmpty()) {
                return Optional.of(Fit.UNKNOWN);
            }
            double more = most
                    ? value.get().from() - own.get().from()
                    : own.get().from() - value.get().from();
            before += more > 0 ? 1 : 0;
            beside += more == 0 ? 1 : 0;
        }
        int taken = extreme.pair() ? 1 : mention.count() > 0 ? mention.count() : mention.plural() ? 0 : 1;
        if (taken == 0) {
            return Optional.of(before == 0 && beside == 0 ? Fit.MATCH : Fit.UNKNOWN);
        }
        return Optional.of(before + beside < taken ? Fit.MATCH : before >= taken ? Fit.OTHER : Fit.UNKNOWN);
    }

    private static Optional<Range> value(Thing thing, Range.Sort sort) {
        List<Range> values = Measured.of(thing, sort, "", Set.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
}
