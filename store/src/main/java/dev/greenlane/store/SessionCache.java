package dev.greenlane.store;

import dev.greenlane.engine.bounded.Bounded;
import java.util.Map;
import java.util.Optional;

/** The rows of the sessions that were used last, as they are committed: the one writer brings them up to date. Thread-safe. */
final class SessionCache {
    private static final int KEPT = 4000;

    private final Map<String, Session> sessions = Bounded.byUse(KEPT);

    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Takes over what was committed; a session without a row has to be read again. */
    synchronized void update(Map<String, Optional<Session>> changed) {
        changed.forEach((id, session) -> {
            if (session.isPresent()) {
                sessions.put(id, session.get());
            } else {
                sessions.remove(id);
            }
        });
    }
}
