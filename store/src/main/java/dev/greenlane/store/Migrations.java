package dev.greenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings a ledger up to this program's schema: {@code migrations/0001.sql} and so on, each in one transaction with the number
 * that SQLite keeps as the file's {@code user_version}.
 */
final class Migrations {
    private static final List<String> SCRIPTS = scripts();

    private Migrations() {}

    /** The schema that this program knows. */
    static int newest() {
        return SCRIPTS.size();
    }

    /** Runs what is missing. {@code connection} has no transaction open, and has none afterwards. */
    static void run(Connection connection) throws SQLException {
        for (int next = version(connection); next < newest(); next++) {
            Transaction.begin(connection);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(SCRIPTS.get(next));
                statement.executeUpdate("PRAGMA user_version = " + (next + 1));
                Transaction.commit(connection);
            } catch (SQLException e) {
                Transaction.rollBack(connection);
                throw e;
            }
        }
    }

    /** The schema of the file; 0 for an empty one. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA user_version")) {
            return found.getInt(1);
        }
    }

    private static List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        while (true) {
            String name = String.format(Locale.ROOT, "migrations/%04d.sql", scripts.size() + 1);
            try (InputStream in = Migrations.class.getResourceAsStream(name)) {
                if (in == null) {
                    return List.copyOf(scripts);
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
