package dev.greenlane.service.consent;

import dev.greenlane.engine.consent.grant.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that was not simply allowed, as far as somebody may approve it later. Immutable.
 *
 * @param number the number of the question; questions are counted from the start of the service
 * @param entry the number of the call in the ledger; 0 as long as it has none
 * @param session the session, or the subagent's
 * @param parent the session that a subagent belongs to
 * @param folder where the call is made
 * @param text the call for people, without secrets
 * @param rule what stands against it
 * @param reason what was said about it
 * @param acts what it would do
 * @param obstacle why no grant would help, as a clause; empty where one would
 */
public record Asked(
        long number,
        long entry,
        Instant time,
        String session,
        Optional<String> parent,
        String agent,
        Optional<String> folder,
        String tool,
        String text,
        String rule,
        String reason,
        List<Act> acts,
        Optional<String> obstacle) {

    public Asked {
        acts = List.copyOf(acts);
    }

    /** The same, written down. */
    public Asked recorded(long in) {
        return new Asked(number, in, time, session, parent, agent, folder, tool, text, rule, reason, acts, obstacle);
    }
}
