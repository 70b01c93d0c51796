package dev.greenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;

/**
 * Moves what is committed from SQLite's log of changes into the file, and waits for the disk there: beside the thread that
 * writes, so that no entry waits for it. Under a load that leaves no pause the log would only grow; then the writer does
 * the rest itself, which is little by then.
 */
final class Checkpoints {
    private static final long WORTH_IT = 4L << 20;
    private static final long LARGEST_LOG = 64L << 20;

    private final Path log;
    private final Connection connection;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isLeftToWriter;
    private volatile boolean closing;

    Checkpoints(Path file) throws SQLException {
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.connection = Database.connect(file);
        this.thread = Thread.ofPlatform().name("greenlane-checkpoints").daemon().start(this::serve);
    }

    /** The writer calls this between two transactions. */
    void committed(Connection writer) {
        long size = size();
        if (isLeftToWriter) {
            isLeftToWriter = false;
            run(writer);
        } else if (size > WORTH_IT && wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    /** Ends the thread, after what it is doing. */
    void close() throws SQLException {
        closing = true;
        wanted.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private void serve() {
        while (true) {
            wanted.acquireUninterruptibly();
            if (closing) {
                return;
            }
            run(connection);
            isLeftToWriter = size() > LARGEST_LOG;
        }
    }

    private static void run(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            // The log is complete without it, and what is wrong shows when the next entry is written.
        }
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }
}
