package dev.greenlane.engine.consent.grant;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.understand.Understanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The grants that may speak for a call. Immutable and thread-safe. */
public record Grants(List<Grant> all) {

    /** Nothing was approved. */
    public static final Grants NONE = new Grants(List.of());

    public Grants {
        all = List.copyOf(all);
    }

    /**
     * Those of {@code given} that hold now and here.
     *
     * @param caller the session, or the subagent's
     * @param folder where the call is made
     */
    public static Grants holding(List<Grant> given, Instant now, String caller, Optional<String> folder) {
        List<Grant> holding = given.stream()
                .filter(grant -> grant.holds(now) && grant.reaches(caller, folder))
                .toList();
        return holding.isEmpty() ? NONE : new Grants(holding);
    }

    /** What they say of the effects of one call. */
    public Consent over(ToolCall call, Surroundings place, Understanding understanding) {
        return all.isEmpty() ? Consent.NONE : new OverCall(all, new Acts(call, place, understanding));
    }

    /** Those for one call that speak of a call. */
    public List<Grant> onceFor(ToolCall call, Surroundings place, Understanding understanding) {
        List<Grant> once =
                all.stream().filter(grant -> grant.scope() == Scope.ONCE).toList();
        if (once.isEmpty()) {
            return List.of();
        }
        List<Act> acts = new Acts(call, place, understanding).all();
        return once.stream()
                .filter(grant -> grant.rule().isPresent()
                        || grant.acts().stream()
                                .anyMatch(granted -> acts.stream().anyMatch(granted::covers)))
                .toList();
    }

    private record OverCall(List<Grant> grants, Acts acts) implements Consent {

        @Override
        public Opinion on(Effect effect, String rule) {
            return covering(effect, rule)
                    .<Opinion>map(grant -> new Opinion.Given(grant.source(), grant.what()))
                    .orElse(Opinion.UNSAID);
        }

        @Override
        public boolean insists(Effect effect, String rule) {
            return covering(effect, rule)
                    .filter(grant -> grant.scope() == Scope.ONCE)
                    .isPresent();
        }

        /** The narrowest one that speaks of the effect. */
        private Optional<Grant> covering(Effect effect, String rule) {
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            Act act = acts.of(effect);
            return grants.stream()
                    .filter(grant -> grant.rule().filter(rule::equals).isPresent()
                            || grant.acts().stream().anyMatch(granted -> granted.covers(act)))
                    .min((one, other) -> one.scope().compareTo(other.scope()));
        }
    }
}
