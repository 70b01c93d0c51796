package dev.greenlane.store;

import dev.greenlane.engine.review.Mode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of sessions, as statements of one connection. Only the writer's thread may use it. */
final class SessionTable implements AutoCloseable {
    static final String COLUMNS = "id, parent, agent, mode, denials_in_a_row, denials, breaker, started, last_seen";

    private static final int HIGHEST_TREE = 16;

    private final Map<String, Optional<Session>> changed = new HashMap<>();
    private final PreparedStatement see;
    private final PreparedStatement top;
    private final PreparedStatement count;
    private final PreparedStatement countTop;
    private final PreparedStatement find;
    private final PreparedStatement mode;
    private final PreparedStatement breaker;
    private final PreparedStatement forgive;
    private final PreparedStatement forget;

    SessionTable(Connection connection) throws SQLException {
        see = connection.prepareStatement("INSERT INTO sessions (id, parent, agent, started, last_seen)"
                + " VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (id) DO UPDATE SET"
                + " parent = COALESCE(parent, excluded.parent), last_seen = MAX(last_seen, excluded.last_seen)"
                + " RETURNING parent");
        top = connection.prepareStatement("WITH RECURSIVE up (id, parent, height) AS ("
                + "SELECT id, parent, 0 FROM sessions WHERE id = ? UNION ALL "
                + "SELECT above.id, above.parent, height + 1 FROM up JOIN sessions above ON above.id = up.parent"
                + " WHERE height < " + HIGHEST_TREE + ") SELECT id FROM up ORDER BY height DESC LIMIT 1");
        String counted = "UPDATE sessions SET denials_in_a_row = denials_in_a_row * ? + ?,"
                + " denials = denials + ?, last_seen = MAX(last_seen, ?) WHERE id = ?";
        count = connection.prepareStatement(counted + " RETURNING " + COLUMNS);
        countTop = connection.prepareStatement(counted + " AND parent IS NULL RETURNING " + COLUMNS);
        find = connection.prepareStatement("SELECT " + COLUMNS + " FROM sessions WHERE id = ?");
        mode = connection.prepareStatement("UPDATE sessions SET mode = ? WHERE id = ?");
        breaker = connection.prepareStatement("UPDATE sessions SET breaker = ? WHERE id = ?");
        forgive = connection.prepareStatement(
                "UPDATE sessions SET denials_in_a_row = 0, denials = 0, breaker = 'closed' WHERE id = ?");
        forget = connection.prepareStatement("DELETE FROM sessions WHERE last_seen < ? RETURNING id");
    }

    /** Notes that a session was seen, and its parent; whether it has one. */
    boolean see(String id, Optional<String> parent, String agent, Instant time) throws SQLException {
        Optional<String> above = parent.filter(name -> !name.equals(id));
        if (above.isPresent()) {
            upsert(above.get(), Optional.empty(), agent, time);
        }
        return upsert(id, above, agent, time);
    }

    /** Notes an entry's session and counts its outcome for the one that stands above all; returns that one. */
    Session count(Entry entry) throws SQLException {
        // Most entries are of a session that is known and has none above it.
        Optional<Session> known = entry.parent().isEmpty() ? count(countTop, entry, entry.session()) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        boolean isChild = see(entry.session(), entry.parent(), entry.agent(), entry.time());
        return count(count, entry, isChild ? top(entry.session()) : entry.session())
                .orElseThrow();
    }

    private Optional<Session> count(PreparedStatement statement, Entry entry, String id) throws SQLException {
        boolean silent = entry.shadow() || entry.answered().isEmpty();
        int keeps = 1;
        int adds = 0;
        if (!silent) {
            switch (entry.verdict().outcome()) {
                case ALLOW -> keeps = 0;
                case DENY -> adds = entry.verdict().isDecided() ? 1 : 0;
                case ASK -> {}
            }
        }
        statement.setInt(1, keeps);
        statement.setInt(2, adds);
        statement.setInt(3, adds);
        statement.setLong(4, Row.micros(entry.time()));
        statement.setString(5, id);
        return row(statement, id);
    }

    void mode(String id, Optional<Mode> chosen) throws SQLException {
        mode.setString(1, chosen.map(Mode::id).orElse(null));
        mode.setString(2, id);
        mode.executeUpdate();
        changed.put(id, Optional.empty());
    }

    void breaker(String id, Breaker state) throws SQLException {
        breaker.setString(1, state.id());
        breaker.setString(2, id);
        breaker.executeUpdate();
        changed.put(id, Optional.empty());
    }

    void forgive(String id) throws SQLException {
        forgive.setString(1, id);
        forgive.executeUpdate();
        changed.put(id, Optional.empty());
    }

    /** Removes the sessions that were last seen before {@code oldest}, in microseconds; returns how many there were. */
    int forget(long oldest) throws SQLException {
        forget.setLong(1, oldest);
        int forgotten = 0;
        try (ResultSet gone = forget.executeQuery()) {
            for (; gone.next(); forgotten++) {
                changed.put(gone.getString(1), Optional.empty());
            }
        }
        return forgotten;
    }

    Optional<Session> find(String id) throws SQLException {
        find.setString(1, id);
        return row(find, id);
    }

    private Optional<Session> row(PreparedStatement statement, String id) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            Optional<Session> session = found.next() ? Optional.of(read(found)) : Optional.empty();
            changed.put(id, session);
            return session;
        }
    }

    /** Which sessions were changed or read since this was asked last; with their rows where they are known. */
    Map<String, Optional<Session>> takeChanged() {
        Map<String, Optional<Session>> taken = Map.copyOf(changed);
        changed.clear();
        return taken;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(see, top, count, countTop, find, mode, breaker, forgive, forget)) {
            statement.close();
        }
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Session read(ResultSet found) throws SQLException {
        return new Session(
                found.getString(1),
                Optional.ofNullable(found.getString(2)),
                found.getString(3),
                Optional.ofNullable(found.getString(4)).flatMap(Mode::byId),
                found.getLong(5),
                found.getLong(6),
                // A value that nobody wrote must not switch the breaker off.
                found.getString(7).equals(Breaker.CLOSED.id()) ? Breaker.CLOSED : Breaker.TRIPPED,
                Row.time(found.getLong(8)),
                Row.time(found.getLong(9)));
    }

    private boolean upsert(String id, Optional<String> parent, String agent, Instant time) throws SQLException {
        see.setString(1, id);
        see.setString(2, parent.orElse(null));
        see.setString(3, agent);
        see.setLong(4, Row.micros(time));
        changed.put(id, Optional.empty());
        try (ResultSet seen = see.executeQuery()) {
            return seen.next() && seen.getString(1) != null;
        }
    }

    private String top(String id) throws SQLException {
        top.setString(1, id);
        try (ResultSet found = top.executeQuery()) {
            return found.next() ? found.getString(1) : id;
        }
    }
}
