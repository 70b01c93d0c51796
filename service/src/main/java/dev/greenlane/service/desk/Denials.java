package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.Session;

/** When a session was denied too often, and what it is told then. Stateless. */
final class Denials {
    private Denials() {}

    static boolean areTooMany(Session session, Settings settings) {
        return session.denialsInARow() >= settings.number(Key.DENIALS_IN_A_ROW)
                || session.denials() >= settings.number(Key.DENIALS_IN_SESSION);
    }

    /**
     * What is told in a session that was denied too often. What is allowed stays allowed, and what nobody can clear stays
     * denied: a person is asked about the rest.
     */
    static Decision tripped(Use use, Verdict verdict) {
        if (verdict.outcome() == Outcome.ALLOW || !verdict.isDecided()) {
            return new Decision(verdict.outcome(), verdict.reason());
        }
        boolean decided = verdict.stage() == Stage.POLICY || verdict.stage() == Stage.JUDGE;
        boolean clearable = decided && verdict.clears().isPresent();
        if (verdict.outcome() == Outcome.ASK || (clearable && use.presence() != Presence.HEADLESS)) {
            return new Decision(
                    Outcome.ASK, "This session was denied too often, a person has to look. " + verdict.reason());
        }
        return new Decision(
                Outcome.DENY,
                verdict.reason()
                        + " This session was denied too often: stop trying, finish what needs none of this, and tell"
                        + " the user what is left.");
    }
}
