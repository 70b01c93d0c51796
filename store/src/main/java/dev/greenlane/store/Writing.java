package dev.greenlane.store;

import java.sql.SQLException;
import java.util.Optional;

/** Does work in transactions of a ledger. Thread-safe. */
interface Writing {
    /** Part of a transaction; may be tried more than once. */
    @FunctionalInterface
    interface Work<T> {
        T in(Tables tables) throws SQLException;
    }

    /** Does the work in a transaction and returns when it is committed. */
    <T> T run(Work<T> work) throws LedgerFailure;

    /** A session as it is now. */
    Optional<Session> session(String id) throws LedgerFailure;

    /** What the user should know about the opening. */
    Optional<String> notice();

    /** Writes what waits, then ends. What is asked for later fails. */
    void close() throws LedgerFailure;
}
