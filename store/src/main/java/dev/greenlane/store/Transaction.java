package dev.greenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions by their SQL. SQLite ends a transaction by itself when a disk is full, and the driver's own methods do not
 * find back from that.
 */
final class Transaction {
    /** Begins one that may write; waits for other writers. */
    static final String BEGIN = "BEGIN IMMEDIATE";

    static final String COMMIT = "COMMIT";

    private Transaction() {}

    static void begin(Connection connection) throws SQLException {
        run(connection, BEGIN);
    }

    static void commit(Connection connection) throws SQLException {
        run(connection, COMMIT);
    }

    /** Takes everything back, where SQLite has not done it already. */
    static void rollBack(Connection connection) {
        try {
            run(connection, "ROLLBACK");
        } catch (SQLException e) {
            // There is no transaction any more, or the next one will fail and say why.
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
