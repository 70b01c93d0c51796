package dev.greenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is written, as statements of one connection, from the end of the chain on. Only the writer's thread may use it, and not
 * after a failure: SQLite's driver lets go of a statement that fails, and the end of the chain may be another.
 */
final class Tables implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement moveHead;
    private final SessionTable sessions;

    private @Nullable Head head;
    private boolean headMoved;

    /** The last entry: its number and hash. */
    record Head(long number, byte[] hash) {}

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.begin = connection.prepareStatement(Transaction.BEGIN);
        this.commit = connection.prepareStatement(Transaction.COMMIT);
        this.insert = connection.prepareStatement("INSERT INTO entries (number, hash, " + Column.list()
                + ") VALUES (?, ?" + ", ?".repeat(Column.count()) + ")");
        this.moveHead = connection.prepareStatement("UPDATE chain SET head_number = ?, head_hash = ?");
        this.sessions = new SessionTable(connection);
    }

    Connection connection() {
        return connection;
    }

    SessionTable sessions() {
        return sessions;
    }

    /** Begins a transaction; waits for other writers. */
    void begin() throws SQLException {
        begin.execute();
    }

    /** Commits what was done since {@link #begin}. */
    void commit() throws SQLException {
        if (headMoved) {
            moveHead.setLong(1, head().number());
            moveHead.setBytes(2, head().hash());
            moveHead.executeUpdate();
            headMoved = false;
        }
        commit.execute();
    }

    /** Adds an entry and counts it for its session. */
    Receipt append(Entry entry, Row row, byte[] content) throws SQLException {
        Head before = head();
        long number = before.number() + 1;
        byte[] hash = Chain.link(before.hash(), number, content);
        insert.setLong(1, number);
        insert.setBytes(2, hash);
        row.bind(insert, 3);
        insert.executeUpdate();
        head = new Head(number, hash);
        headMoved = true;
        Session counted = sessions.count(entry);
        return new Receipt(number, counted);
    }

    @Override
    public void close() throws SQLException {
        begin.close();
        commit.close();
        insert.close();
        moveHead.close();
        sessions.close();
    }

    private Head head() throws SQLException {
        if (head == null) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT head_number, head_hash FROM chain")) {
                head = new Head(found.getLong(1), found.getBytes(2));
            }
        }
        return head;
    }
}
