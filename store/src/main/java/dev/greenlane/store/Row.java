package dev.greenlane.store;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.syntax.Span;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as SQLite has it: a number, a text or nothing in each {@link Column}. */
final class Row {
    private static final long NANOS_PER_MICRO = 1000;

    private final @Nullable Object[] values = new @Nullable Object[Column.count()];

    private Row() {}

    static Row of(Entry entry) {
        Row row = new Row();
        Verdict verdict = entry.verdict();
        row.put(Column.TIME, micros(entry.time()));
        row.put(Column.SESSION, entry.session());
        row.put(Column.PARENT, entry.parent().orElse(null));
        row.put(Column.AGENT, entry.agent());
        row.put(Column.TOOL, entry.tool());
        row.put(Column.INPUT, entry.input());
        row.put(Column.CWD, entry.cwd());
        row.put(Column.OUTCOME, id(verdict.outcome()));
        row.put(Column.RULE, verdict.rule());
        row.put(Column.REASON, verdict.reason());
        row.put(
                Column.EVIDENCE_START,
                verdict.evidence().map(span -> (long) span.start()).orElse(null));
        row.put(
                Column.EVIDENCE_END,
                verdict.evidence().map(span -> (long) span.end()).orElse(null));
        row.put(Column.CLEARS, verdict.clears().orElse(null));
        row.put(Column.EFFECTS, entry.effects());
        row.put(Column.FACTS, entry.facts());
        row.put(Column.STAGE, verdict.stage().id());
        row.put(Column.MICROS, verdict.nanos() / NANOS_PER_MICRO);
        row.put(Column.TOKENS, entry.tokens());
        row.put(Column.COST, entry.cost());
        row.put(Column.MODE, entry.mode().id());
        row.put(Column.SHADOW, entry.shadow() ? 1L : 0L);
        row.put(Column.ANSWERED, entry.answered());
        return row;
    }

    /** Reads the columns that begin at {@code first}. */
    static Row read(ResultSet from, int first) throws SQLException {
        Row row = new Row();
        for (int i = 0; i < row.values.length; i++) {
            if (Column.at(i).isNumber()) {
                long number = from.getLong(first + i);
                row.values[i] = from.wasNull() ? null : Long.valueOf(number);
            } else {
                row.values[i] = from.getString(first + i);
            }
        }
        return row;
    }

    void bind(PreparedStatement to, int first) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            to.setObject(first + i, values[i]);
        }
    }

    /** The value of a column: {@link Long}, {@link String} or null. */
    @Nullable
    Object get(Column column) {
        return values[column.ordinal()];
    }

    /** The entry; empty where a column holds what no Greenlane of this schema writes. */
    Optional<Entry> entry() {
        Optional<Outcome> outcome = enumOf(Outcome.values(), text(Column.OUTCOME));
        Optional<Stage> stage = enumOf(Stage.values(), text(Column.STAGE));
        Optional<Mode> mode = Mode.byId(text(Column.MODE));
        if (outcome.isEmpty() || stage.isEmpty() || mode.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = new Verdict(
                outcome.get(),
                text(Column.RULE),
                text(Column.REASON),
                evidence(),
                Optional.ofNullable((String) get(Column.CLEARS)),
                stage.get(),
                number(Column.MICROS) * NANOS_PER_MICRO);
        return Optional.of(new Entry(
                time(number(Column.TIME)),
                text(Column.SESSION),
                Optional.ofNullable((String) get(Column.PARENT)),
                text(Column.AGENT),
                text(Column.TOOL),
                text(Column.INPUT),
                text(Column.CWD),
                verdict,
                text(Column.EFFECTS),
                text(Column.FACTS),
                number(Column.TOKENS),
                number(Column.COST),
                mode.get(),
                number(Column.SHADOW) != 0,
                text(Column.ANSWERED)));
    }

    /** The name that the database has for a constant. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> enumOf(E[] constants, String id) {
        for (E constant : constants) {
            if (id(constant).equals(id)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private Optional<Span> evidence() {
        long start = get(Column.EVIDENCE_START) == null ? -1 : number(Column.EVIDENCE_START);
        long end = get(Column.EVIDENCE_END) == null ? -1 : number(Column.EVIDENCE_END);
        return start < 0 || end < start || end > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Span((int) start, (int) end));
    }

    private void put(Column column, @Nullable Object value) {
        values[column.ordinal()] = value;
    }

    private String text(Column column) {
        return (String) Objects.requireNonNull(get(column));
    }

    private long number(Column column) {
        return (Long) Objects.requireNonNull(get(column));
    }
}
