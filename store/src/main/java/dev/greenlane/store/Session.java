package dev.greenlane.store;

import dev.greenlane.engine.review.Mode;
import java.time.Instant;
import java.util.Optional;

/**
 * One conversation with an agent. A denial raises both counts, an allowed call ends the row, a question does neither; what is
 * recorded in shadow does not count. A subagent's calls count for the session that stands above all its parents.
 *
 * @param parent the session that started this one; the first that was named stays
 * @param mode the permission mode chosen for this session; empty where the user's usual one holds
 * @param started when it was first seen
 * @param lastSeen when it was last seen; never goes back
 */
public record Session(
        String id,
        Optional<String> parent,
        String agent,
        Optional<Mode> mode,
        long denialsInARow,
        long denials,
        Breaker breaker,
        Instant started,
        Instant lastSeen) {}
