package dev.greenlane.store;

import dev.greenlane.engine.consent.grant.Act;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of grants. What a row holds that no Greenlane of this schema writes makes it no grant. Stateless. */
final class GrantTable {
    private static final String SELECT =
            "SELECT number, rule, what, scope, session, project, created, expires, given_by,"
                    + " given, entry, ended, how_ended FROM grants";

    private GrantTable() {}

    /** Adds a grant and gives it its number. */
    static Grant add(Connection connection, Grant grant) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO grants (rule, what, scope, session, project, created, expires, given_by, given,"
                                + " entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number");
                PreparedStatement act =
                        connection.prepareStatement("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, grant.rule().orElse(null));
            insert.setString(2, grant.what());
            insert.setString(3, grant.scope().id());
            insert.setString(4, grant.session());
            insert.setString(5, grant.project().orElse(null));
            insert.setLong(6, Row.micros(grant.created()));
            insert.setLong(7, Row.micros(grant.expires()));
            insert.setString(8, grant.by());
            insert.setString(9, Row.id(grant.from()));
            insert.setLong(10, grant.entry());
            long number;
            try (ResultSet inserted = insert.executeQuery()) {
                number = inserted.getLong(1);
            }
            for (Act each : grant.acts()) {
                act.setLong(1, number);
                bind(each, act);
                act.executeUpdate();
            }
            return numbered(grant, number);
        }
    }

    private static void bind(Act act, PreparedStatement to) throws SQLException {
        to.setString(2, act.kind().id());
        to.setString(3, act.target());
        to.setString(4, Row.id(act.place()));
        to.setString(5, Row.id(act.reversibility()));
        to.setString(6, act.traits().stream().sorted().collect(Collectors.joining(" ")));
        to.setString(7, act.carries().stream().map(Row::id).sorted().collect(Collectors.joining(" ")));
        to.setString(8, act.source().orElse(null));
        to.setString(9, act.where().orElse(null));
    }

    /** Ends a grant that has not ended; whether there was one. */
    static boolean end(Connection connection, long number, Grant.End end) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE grants SET ended = ?, how_ended = ? WHERE number = ? AND ended IS NULL")) {
            update.setLong(1, Row.micros(end.time()));
            update.setString(2, Row.id(end.how()));
            update.setLong(3, number);
            return update.executeUpdate() > 0;
        }
    }

    /** Removes those that ended before {@code oldest}, in microseconds. */
    static void forget(Connection connection, long oldest) throws SQLException {
        for (String statement : List.of(
                "DELETE FROM acts WHERE grant_number IN (SELECT number FROM grants WHERE COALESCE(ended, expires) < ?)",
                "DELETE FROM grants WHERE COALESCE(ended, expires) < ?")) {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setLong(1, oldest);
                delete.executeUpdate();
            }
        }
    }

    /** All grants, the oldest first. */
    static List<Grant> all(Connection connection) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY number");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                read(connection, found).ifPresent(grants::add);
            }
        }
        return List.copyOf(grants);
    }

    /** The grant with this number. */
    static Optional<Grant> find(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE number = ?")) {
            select.setLong(1, number);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? read(connection, found) : Optional.empty();
            }
        }
    }

    private static Optional<Grant> read(Connection connection, ResultSet found) throws SQLException {
        long number = found.getLong(1);
        Optional<Scope> scope = Scope.byId(found.getString(4));
        Optional<Grant.From> from = Row.enumOf(Grant.From.values(), found.getString(10));
        Optional<List<Act>> acts = acts(connection, number);
        long ended = found.getLong(12);
        Optional<Instant> end = found.wasNull() ? Optional.empty() : Optional.of(Row.time(ended));
        if (scope.isEmpty() || from.isEmpty() || acts.isEmpty()) {
            return Optional.empty();
        }
        String how = found.getString(13);
        return Optional.of(new Grant(
                number,
                acts.get(),
                Optional.ofNullable(found.getString(2)),
                found.getString(3),
                scope.get(),
                found.getString(5),
                Optional.ofNullable(found.getString(6)),
                Row.time(found.getLong(7)),
                Row.time(found.getLong(8)),
                found.getString(9),
                from.get(),
                found.getLong(11),
                end.map(time -> new Grant.End(
                        time,
                        Row.enumOf(Grant.End.How.values(), how == null ? "" : how)
                                .orElse(Grant.End.How.REVOKED)))));
    }

    private static Optional<List<Act>> acts(Connection connection, long grant) throws SQLException {
        List<Act> acts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT kind, target, place, reversibility, traits,"
                + " carries, source, digest FROM acts WHERE grant_number = ? ORDER BY rowid")) {
            select.setLong(1, grant);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Optional<Act> act = act(found);
                    if (act.isEmpty()) {
                        return Optional.empty();
                    }
                    acts.add(act.get());
                }
            }
        }
        return Optional.of(acts);
    }

    private static Optional<Act> act(ResultSet found) throws SQLException {
        Optional<EffectKind> kind = EffectKind.byId(found.getString(1));
        Optional<Place> place = Row.enumOf(Place.values(), found.getString(3));
        Optional<Reversibility> reversibility = Row.enumOf(Reversibility.values(), found.getString(4));
        if (kind.isEmpty() || place.isEmpty() || reversibility.isEmpty()) {
            return Optional.empty();
        }
        Set<DataLabel> carries = words(found.getString(6)).stream()
                .flatMap(word -> Row.enumOf(DataLabel.values(), word).stream())
                .collect(Collectors.toSet());
        return Optional.of(new Act(
                kind.get(),
                found.getString(2),
                place.get(),
                reversibility.get(),
                words(found.getString(5)),
                carries,
                Optional.ofNullable(found.getString(7)),
                Optional.ofNullable(found.getString(8))));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }

    private static Grant numbered(Grant grant, long number) {
        return new Grant(
                number,
                grant.acts(),
                grant.rule(),
                grant.what(),
                grant.scope(),
                grant.session(),
                grant.project(),
                grant.created(),
                grant.expires(),
                grant.by(),
                grant.from(),
                grant.entry(),
                grant.ended());
    }
}
