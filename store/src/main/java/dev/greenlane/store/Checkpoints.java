package dev.greenlane.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;

/**
 * Moves what is committed from SQLite's log of changes into the file, and waits for the disk there: beside the thread that
 * writes, so that no entry waits for it. Under a load that leaves no pause the log would only grow; then the writer does
 * the rest itself, which is little by then.
 */
final class Checkpoints {
    /** In pages, as the rest: what makes it worth the while, and how long the log may grow. */
    private static final int WORTH_IT = 1 << 10;

    private static final int LARGEST_LOG = 16 << 10;
    private static final int PAGES_OF_A_COMMIT = 6;

    private final Connection connection;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    /** How many pages went into the log since the last time, about. Only the writer's thread counts. */
    private int waiting;

    private volatile boolean isLeftToWriter;
    private volatile boolean closing;

    Checkpoints(Path file) throws SQLException {
        this.connection = Database.connect(file);
        this.thread = Thread.ofPlatform().name("greenlane-checkpoints").daemon().start(this::serve);
    }

    /**
     * The writer calls this between two transactions.
     *
     * @param entries how many the last one has written
     */
    void committed(Connection writer, int entries) {
        // The size of the log's file would not tell: SQLite writes over what was moved, and keeps the room.
        waiting += PAGES_OF_A_COMMIT + entries;
        if (isLeftToWriter) {
            isLeftToWriter = false;
            waiting = 0;
            run(writer);
        } else if (waiting > WORTH_IT) {
            waiting = 0;
            wanted.release();
        }
    }

    /** Ends the thread, after what it is doing. */
    void close() throws SQLException {
        closing = true;
        wanted.release();
        Ends.await(thread);
        connection.close();
    }

    private void serve() {
        while (true) {
            wanted.acquireUninterruptibly();
            if (closing) {
                return;
            }
            isLeftToWriter = run(connection) > LARGEST_LOG;
        }
    }

    /** @return how many pages the log has where not all of them could be moved, else 0 */
    private static int run(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            int length = result.getInt("log");
            return result.getInt("checkpointed") < length ? length : 0;
        } catch (SQLException e) {
            // The log is complete without it, and what is wrong shows when the next entry is written.
            return 0;
        }
    }
}
