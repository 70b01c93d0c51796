package dev.greenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts {@link Stats} in the database. */
final class StatsQuery {
    /** Entries that are no calls are told nothing. */
    private static final String OF_CALLS = " AND answered <> ''";

    private final Connection connection;
    private final Condition condition;

    /** The grant that a verdict names as its reason: {@code Allowed by grant g12: …}. */
    private static final String GRANT = "CASE WHEN stage = 'consent' AND reason LIKE 'Allowed by grant g%: %'"
            + " THEN substr(reason, 18, instr(reason, ':') - 18) END";

    StatsQuery(Connection connection, Condition condition) {
        this.connection = connection;
        this.condition = condition;
    }

    Stats run() throws SQLException {
        try (PreparedStatement select = condition.prepare(
                        connection, "SELECT count(*), total(tokens), total(cost) FROM entries", OF_CALLS);
                ResultSet found = select.executeQuery()) {
            long entries = found.getLong(1);
            return new Stats(
                    entries,
                    by("outcome"),
                    by("rule"),
                    by("agent"),
                    by("stage"),
                    by(GRANT),
                    micros(entries, 50),
                    micros(entries, 99),
                    (long) found.getDouble(2),
                    (long) found.getDouble(3));
        }
    }

    private Map<String, Long> by(String column) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement select = condition.prepare(
                        connection,
                        "SELECT " + column + ", count(*) AS n FROM entries",
                        OF_CALLS + " GROUP BY " + column + " ORDER BY n DESC, " + column);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                String name = found.getString(1);
                if (name != null) {
                    counts.put(name, found.getLong(2));
                }
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /** The time within which {@code percent} of the reviews ended: the nearest rank. */
    private long micros(long entries, int percent) throws SQLException {
        long rank = Math.max(0, (entries * percent + 99) / 100 - 1);
        try (PreparedStatement select = condition.prepare(
                        connection,
                        "SELECT micros FROM entries",
                        OF_CALLS + " ORDER BY micros LIMIT 1 OFFSET ?",
                        rank);
                ResultSet found = select.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
