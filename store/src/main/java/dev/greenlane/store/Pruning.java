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

    /** A longer time without entries counts as this long: it may be a clock that was set forward. In microseconds. */
    private static final long LONGEST_PAUSE = 7 * 86_400_000_000L;

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
        long oldest = retention.age().isPresent() ? writer.run(tables -> oldest(tables.connection())) : 0;
        while (true) {
            long removed = writer.run(tables -> step(tables.connection(), oldest));
            if (removed == 0) {
                break;
            }
            all += removed;
        }
        if (retention.age().isPresent()) {
            writer.run(tables -> {
                GrantTable.forget(tables.connection(), oldest);
                return tables.sessions().forget(oldest);
            });
        }
        return all;
    }

    /** The time before which entries go: the age is counted in time of use, without what was longer than a pause is. */
    private long oldest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT total(gap - ?1) FROM"
                + " (SELECT LEAD(time, 1, ?2) OVER (ORDER BY time) - time AS gap FROM entries WHERE time <= ?2)"
                + " WHERE gap > ?1")) {
            select.setLong(1, LONGEST_PAUSE);
            select.setLong(2, Row.micros(now));
            try (ResultSet found = select.executeQuery()) {
                return Row.micros(now.minus(retention.age().orElseThrow())) - (long) found.getDouble(1);
            }
        }
    }

    private long step(Connection connection, long oldest) throws SQLException {
        long first = one(connection, "SELECT anchor_number FROM chain") + 1;
        long last = one(connection, "SELECT head_number FROM chain");
        long until = first - 1;
        if (retention.age().isPresent()) {
            until = Math.max(until, beforeYoungest(connection, first, last, oldest));
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
    private static long beforeYoungest(Connection connection, long first, long last, long oldest) throws SQLException {
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
