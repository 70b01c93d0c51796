package dev.greenlane.store.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * Why a snapshot is taken.
 *
 * @param session the session whose call it is taken for; empty for none
 * @param undoes the snapshots that are about to be brought back; none for a call
 */
public record Occasion(Instant time, String session, List<Long> undoes) {
    public Occasion {
        undoes = List.copyOf(undoes);
    }

    /** Before a call of a session. */
    public static Occasion call(Instant time, String session) {
        return new Occasion(time, session, List.of());
    }
}
