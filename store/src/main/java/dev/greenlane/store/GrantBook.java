package dev.greenlane.store;

import dev.greenlane.engine.consent.grant.Grant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The grants of a {@link Ledger}. Giving and revoking one is an entry of the ledger, in the same transaction. Thread-safe.
 */
public final class GrantBook {
    private final Writing writer;
    private final Redactor redactor;

    GrantBook(Writing writer, Redactor redactor) {
        this.writer = writer;
        this.redactor = redactor;
    }

    /**
     * Writes down a grant; its number is given here.
     *
     * @param record what the ledger is to say of it
     */
    public Grant give(Grant grant, Function<Grant, Entry> record) throws LedgerFailure {
        Grant clean = clean(grant);
        return writer.run(tables -> {
            Grant given = GrantTable.add(tables.connection(), clean);
            append(tables, record.apply(given));
            return given;
        });
    }

    /**
     * Takes a grant back; empty where there is none that has not ended.
     *
     * @param record what the ledger is to say of it
     */
    public Optional<Grant> revoke(long number, Instant now, Function<Grant, Entry> record) throws LedgerFailure {
        return writer.run(tables -> {
            Grant.End end = new Grant.End(now, Grant.End.How.REVOKED);
            if (!GrantTable.end(tables.connection(), number, end)) {
                return Optional.<Grant>empty();
            }
            Optional<Grant> revoked = GrantTable.find(tables.connection(), number);
            if (revoked.isPresent()) {
                append(tables, record.apply(revoked.get()));
            }
            return revoked;
        });
    }

    /** The call that a grant was for takes place; false where the grant has ended already. */
    public boolean use(long number, Instant now) throws LedgerFailure {
        return writer.run(
                tables -> GrantTable.end(tables.connection(), number, new Grant.End(now, Grant.End.How.USED)));
    }

    /** All that is kept, the oldest first. */
    public List<Grant> all() throws LedgerFailure {
        return writer.run(tables -> GrantTable.all(tables.connection()));
    }

    private void append(Tables tables, Entry entry) throws SQLException {
        Entry clean = redactor.clean(entry);
        Row row = Row.of(clean);
        tables.append(clean, row, Chain.content(row));
    }

    /** The acts hold no secrets by themselves. */
    private Grant clean(Grant grant) {
        return new Grant(
                grant.number(),
                grant.acts(),
                grant.rule().map(redactor::text),
                redactor.text(grant.what()),
                grant.scope(),
                redactor.text(grant.session()),
                grant.project().map(redactor::text),
                grant.created(),
                grant.expires(),
                redactor.text(grant.by()),
                grant.from(),
                grant.entry(),
                grant.ended());
    }
}
