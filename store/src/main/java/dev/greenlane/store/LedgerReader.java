package dev.greenlane.store;

import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.store.LedgerFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a ledger, also while this or another process writes it. Each method sees the entries that are committed when it is
 * called. Thread-safe; holds nothing open between calls.
 */
public final class LedgerReader {
    private static final int PAGE = 500;
    private static final String SELECT = "SELECT number, hash, " + Column.list() + " FROM entries";

    private final Path file;
    private final Optional<Writing> owner;
    private volatile boolean isThere;

    private LedgerReader(Path file, Optional<Writing> owner) {
        this.file = file;
        this.owner = owner;
    }

    /** Of a ledger that this process writes; it is opened first where it is not open yet. */
    static LedgerReader of(Path file, Writing owner) {
        return new LedgerReader(file, Optional.of(owner));
    }

    /** Of the ledger in this file, which has to exist. */
    public static LedgerReader open(Path file) throws LedgerFailure {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(file)) {
            throw Failures.of(Kind.ABSENT, file);
        }
        try {
            NativeLibrary.load(folder);
        } catch (IOException e) {
            throw Failures.of(e, file);
        }
        LedgerReader reader = new LedgerReader(file, Optional.empty());
        int version = reader.read(Migrations::version);
        if (version > Migrations.newest()) {
            throw Failures.of(Kind.NEWER, file);
        } else if (version < Migrations.newest()) {
            throw new LedgerFailure(
                    Kind.ABSENT,
                    "The ledger " + file
                            + " has not been used by this version of Greenlane yet: it is brought up to date"
                            + " when the service starts.");
        }
        return reader;
    }

    /** Does something with an entry, and may stop the reading by throwing. */
    @FunctionalInterface
    public interface Sink<X extends Exception> {
        void accept(Recorded recorded) throws X;
    }

    /** The last {@code limit} entries that are meant, the oldest of them first. */
    public List<Recorded> last(Query query, int limit) throws LedgerFailure {
        return page(query, " ORDER BY number DESC LIMIT ?", limit).reversed();
    }

    /** The first {@code limit} entries that are meant: with {@link Query#after}, what came since. */
    public List<Recorded> next(Query query, int limit) throws LedgerFailure {
        return page(query, " ORDER BY number LIMIT ?", limit);
    }

    /** Hands over every entry that is meant, in their order, a few at a time in memory. */
    public <X extends Exception> void each(Query query, Sink<X> sink) throws LedgerFailure, X {
        long after = query.after();
        while (true) {
            List<Recorded> page = next(query.after(after), PAGE);
            for (Recorded recorded : page) {
                sink.accept(recorded);
                after = recorded.number();
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    /** Writes every entry that is meant as a line of JSON; see {@link EntryJson}. */
    public void export(Query query, Appendable to) throws LedgerFailure, IOException {
        Sink<IOException> line = recorded -> to.append(EntryJson.line(recorded)).append('\n');
        each(query, line);
    }

    /** Counts the entries that are meant. */
    public Stats stats(Query query) throws LedgerFailure {
        return read(connection -> new StatsQuery(connection, Condition.of(query)).run());
    }

    /** Checks every entry against the chain; takes time in proportion to their number. */
    public Verification verify() throws LedgerFailure {
        return read(Verifier::run);
    }

    Optional<Session> session(String id) throws LedgerFailure {
        return read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + SessionTable.COLUMNS + " FROM sessions WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? Optional.of(SessionTable.read(found)) : Optional.<Session>empty();
                }
            }
        });
    }

    /** The sessions that were seen last, the latest first. */
    public List<Session> sessions(int limit) throws LedgerFailure {
        return read(connection -> {
            List<Session> sessions = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + SessionTable.COLUMNS + " FROM sessions ORDER BY last_seen DESC, id LIMIT ?")) {
                select.setInt(1, limit);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        sessions.add(SessionTable.read(found));
                    }
                }
            }
            return List.copyOf(sessions);
        });
    }

    /** What people have approved, the oldest first, with what has ended. */
    public List<Grant> grants() throws LedgerFailure {
        return read(GrantTable::all);
    }

    private List<Recorded> page(Query query, String order, int limit) throws LedgerFailure {
        return read(connection -> {
            List<Recorded> page = new ArrayList<>();
            try (PreparedStatement select = Condition.of(query).prepare(connection, SELECT, order, limit);
                    ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    page.add(recorded(found));
                }
            }
            return page;
        });
    }

    private Recorded recorded(ResultSet found) throws SQLException {
        long number = found.getLong(1);
        Entry entry = Row.read(found, 3)
                .entry()
                .orElseThrow(() -> new SQLException("entry " + number + " is not what any Greenlane wrote"));
        return new Recorded(number, entry, HexFormat.of().formatHex(found.getBytes(2)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) throws LedgerFailure {
        if (owner.isPresent() && !isThere) {
            isThere = owner.get().run(tables -> true);
        }
        try (Connection connection = Database.reader(file)) {
            return reading.of(connection);
        } catch (SQLException e) {
            throw Files.exists(file) ? Failures.of(e, file) : Failures.of(Kind.ABSENT, file);
        }
    }
}
