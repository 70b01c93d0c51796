package dev.greenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Query} in SQL. */
record Condition(String sql, List<Object> values) {

    static Condition of(Query query) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        parts.add("number > ?");
        values.add(query.after());
        query.session().ifPresent(id -> {
            parts.add("(session = ? OR parent = ?)");
            values.add(id);
            values.add(id);
        });
        if (query.denied()) {
            parts.add("outcome = 'deny'");
        }
        query.since().ifPresent(time -> {
            parts.add("time >= ?");
            values.add(Row.micros(time));
        });
        return new Condition(" WHERE " + String.join(" AND ", parts), List.copyOf(values));
    }

    /** Prepares {@code start} + this condition + {@code end}, with its values and then {@code more}. */
    PreparedStatement prepare(Connection connection, String start, String end, long... more) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(start + sql + end);
        int at = 1;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
        for (long value : more) {
            statement.setLong(at++, value);
        }
        return statement;
    }
}
