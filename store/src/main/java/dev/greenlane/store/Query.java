package dev.greenlane.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are meant; those that fulfil all that is asked.
 *
 * @param session of this session and of the sessions that it started
 * @param denied denied ones only
 * @param since reviewed at this time or later, by the clock of their time
 * @param after with a number above this
 */
public record Query(Optional<String> session, boolean denied, Optional<Instant> since, long after) {
    /** Every entry. */
    public static final Query ALL = new Query(Optional.empty(), false, Optional.empty(), 0);

    public Query ofSession(String id) {
        return new Query(Optional.of(id), denied, since, after);
    }

    public Query deniedOnly() {
        return new Query(session, true, since, after);
    }

    public Query since(Instant time) {
        return new Query(session, denied, Optional.of(time), after);
    }

    public Query after(long number) {
        return new Query(session, denied, since, number);
    }
}
