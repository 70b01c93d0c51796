package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Connections to the ledger's file, with the settings that its promises rest on. */
final class Database {
    private static final int PATIENCE_MILLIS = 2000;
    /** The log of changes shrinks back to this after a burst. */
    private static final int LARGEST_IDLE_LOG = 16 << 20;

    private Database() {}

    /**
     * The one connection that writes. What is committed survives the end of the process at any instant. It does not wait for
     * the disk: after a power cut the file is sound, but its last commits may be missing.
     */
    static Connection writer(Path file) throws SQLException, LedgerFailure {
        Connection connection = connect(file);
        try (Statement statement = connection.createStatement()) {
            int version = Migrations.version(connection);
            if (version > Migrations.newest()) {
                throw Failures.of(Kind.NEWER, file);
            } else if (version == 0) {
                statement.execute("PRAGMA auto_vacuum = INCREMENTAL"); // holds only if it comes before the first table
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0"); // see Checkpoints
            statement.execute("PRAGMA journal_size_limit = " + LARGEST_IDLE_LOG);
            return connection;
        } catch (SQLException | LedgerFailure e) {
            connection.close();
            throw e;
        }
    }

    /** A connection as SQLite gives it. */
    static Connection connect(Path file) throws SQLException {
        return config().createConnection("jdbc:sqlite:" + file);
    }

    /** A connection that only reads, beside the one that writes. */
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE); // the file was created before, with its mode
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setGetGeneratedKeys(false);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }
}
