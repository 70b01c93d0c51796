package dev.greenlane.store;

import dev.greenlane.engine.review.Mode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of a {@link Ledger}. Changes are committed when a method returns. Thread-safe. */
public final class Sessions {
    private final Writing writer;
    private final LedgerReader reader;
    private final Redactor redactor;

    Sessions(Writing writer, LedgerReader reader, Redactor redactor) {
        this.writer = writer;
        this.reader = reader;
        this.redactor = redactor;
    }

    /** Notes that a session was seen, before or between its calls. */
    public Session see(String id, Optional<String> parent, String agent, Instant time) throws LedgerFailure {
        String name = redactor.text(id);
        return writer.run(tables -> {
            tables.sessions().see(name, parent.map(redactor::text), redactor.text(agent), time);
            return tables.sessions().find(name).orElseThrow();
        });
    }

    /** Chooses the mode of a session, or the user's usual one; empty where there is no such session. */
    public Optional<Session> mode(String id, Optional<Mode> mode) throws LedgerFailure {
        return change(id, (sessions, name) -> sessions.mode(name, mode));
    }

    /** Sets the breaker of a session; empty where there is no such session. */
    public Optional<Session> breaker(String id, Breaker state) throws LedgerFailure {
        return change(id, (sessions, name) -> sessions.breaker(name, state));
    }

    /** A person let the session go on: it has no denials any more and its breaker is closed. */
    public Optional<Session> forgive(String id) throws LedgerFailure {
        return change(id, SessionTable::forgive);
    }

    public Optional<Session> find(String id) throws LedgerFailure {
        return writer.session(redactor.text(id));
    }

    /** The sessions that were seen last, the latest first. */
    public List<Session> latest(int limit) throws LedgerFailure {
        return reader.sessions(limit);
    }

    @FunctionalInterface
    private interface Change {
        void to(SessionTable sessions, String id) throws SQLException;
    }

    private Optional<Session> change(String id, Change change) throws LedgerFailure {
        String name = redactor.text(id);
        return writer.run(tables -> {
            change.to(tables.sessions(), name);
            return tables.sessions().find(name);
        });
    }
}
