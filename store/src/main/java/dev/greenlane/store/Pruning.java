package dev.greenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Carries out a {@link Retention}, a few entries at a time, so that nobody who appends waits long. */
final class Pruning {
    private static final int STEP = 500;

    private final Writing writer;
    private final Retention retention;
    private final Instant now;

    Pruning(Writing writer, Retention retention, Instant now) {
        this.writer = writer;
        this.retention = retention;
        this.now = now;
    }

    /** Returns how many entries were removed. */
    long run() throws LedgerFailure {
        long all = 0;
        while (true) {
            long removed = writer.run(tables -> step(tables.connection()));
            if (removed == 0) {
                break;
            }
            all += removed;
        }
        if (retention.age().isPresent()) {
            long oldest = Row.micros(now.minus(retention.age().get()));
            writer.run(tables -> {
                GrantTable.forget(tables.connection(), oldest);
                return tables.sessions().forget(oldest);
            });
        }
        return all;
    }

    private long step(Connection connection) throws SQLException {
        long first = one(connection, "SELECT anchor_number FROM chain") + 1;
        long last = one(connection, "SELECT head_number FROM chain");
        long until = first - 1;
        if (retention.age().isPresent()) {
            until = Math.max(until, beforeYoungest(connection, first, last));
        }
        if (retention.bytes().isPresent()) {
            until = Math.max(
                    until,
                    beforeFitting(connection, first, last, retention.bytes().get()));
        }
        until = Math.min(until, first - 1 + STEP);
        if (until < first) {
            return 0;
        }
        remove(connection, until);
        return until - first + 1;
    }

    /** The last entry before the first one that is young enough. */
    private long beforeYoungest(Connection connection, long first, long last) throws SQLException {
        long oldest = Row.micros(now.minus(retention.age().orElseThrow()));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number FROM entries WHERE number BETWEEN ? AND ? AND time >= ? ORDER BY number LIMIT 1")) {
            select.setLong(1, first);
            select.setLong(2, Math.min(last, first - 1 + STEP));
            select.setLong(3, oldest);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) - 1 : last;
            }
        }
    }

    /** The last entry that has to go for the rest to fit, if all are of one size; the next step measures again. */
    private static long beforeFitting(Connection connection, long first, long last, long bytes) throws SQLException {
        long pages = one(connection, "PRAGMA page_count") - one(connection, "PRAGMA freelist_count");
        long used = pages * one(connection, "PRAGMA page_size");
        long entries = last - first + 1;
        return used <= bytes || entries == 0 ? first - 1 : first - 1 + Math.max(1, entries * (used - bytes) / used);
    }

    private static void remove(Connection connection, long until) throws SQLException {
        try (PreparedStatement anchor = connection.prepareStatement("UPDATE chain SET anchor_number = ?1,"
                        + " anchor_hash = (SELECT hash FROM entries WHERE number = ?1)");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM entries WHERE number <= ?");
                Statement vacuum = connection.createStatement()) {
            anchor.setLong(1, until);
            anchor.executeUpdate();
            delete.setLong(1, until);
            delete.executeUpdate();
            vacuum.executeUpdate("PRAGMA incremental_vacuum");
        }
    }

    private static long one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.getLong(1);
        }
    }
}
