package dev.greenlane.store;

import dev.greenlane.engine.secrets.SecretScanner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The append-only record of calls and verdicts: one SQLite file, of which this is the only writer in all processes.
 *
 * <p>{@link #append} returns when the entry is committed: it is there whatever happens to the process afterwards, and so are
 * the counters of its session, which change in the same transaction. Any number of threads may use it.
 */
public final class Ledger implements AutoCloseable {
    private final Writing writer;
    private final LedgerReader reader;
    private final Redactor redactor = new Redactor(SecretScanner.load());

    private Ledger(Path file, Writing writer) {
        this.writer = writer;
        this.reader = LedgerReader.of(file, writer);
    }

    /**
     * Opens the ledger, and creates it with its folder where it is missing, readable for the user alone. A damaged file is
     * moved aside and a new ledger begun: see {@link #notice}.
     */
    public static Ledger open(Path file) throws LedgerFailure {
        return new Ledger(file, OpenLedger.open(file));
    }

    /**
     * A ledger that is opened by the first entry, and opened again after damage. While it cannot be opened, entries are
     * refused.
     *
     * @param notices takes what the user should know, sentence by sentence
     */
    public static Ledger lasting(Path file, Consumer<String> notices) {
        return new Ledger(file, new LastingLedger(file, notices));
    }

    /** What the user should know about the opening. */
    public Optional<String> notice() {
        return writer.notice();
    }

    /** Records a call. Without a receipt there is no entry, and nothing may be allowed. */
    public Receipt append(Entry entry) throws LedgerFailure {
        return append(entry, Optional.empty());
    }

    /** Records a call after which the breaker of the session that is counted stands as given. */
    public Receipt append(Entry entry, Breaker after) throws LedgerFailure {
        return append(entry, Optional.of(after));
    }

    private Receipt append(Entry entry, Optional<Breaker> after) throws LedgerFailure {
        Entry clean = redactor.clean(entry);
        Row row = Row.of(clean);
        byte[] content = Chain.content(row);
        return writer.run(tables -> {
            Receipt receipt = tables.append(clean, row, content);
            if (after.isEmpty()) {
                return receipt;
            }
            String id = receipt.counted().id();
            tables.sessions().breaker(id, after.get());
            return new Receipt(receipt.number(), tables.sessions().find(id).orElseThrow());
        });
    }

    /** Its entries, for reading. */
    public LedgerReader reader() {
        return reader;
    }

    /** Its sessions. */
    public Sessions sessions() {
        return new Sessions(writer, reader, redactor);
    }

    /** What people have approved. */
    public GrantBook grants() {
        return new GrantBook(writer, redactor);
    }

    /**
     * Removes the oldest entries until the rest is as young and as small as asked for. Others may append meanwhile.
     *
     * @return how many entries were removed
     */
    public long retain(Retention retention, Instant now) throws LedgerFailure {
        return new Pruning(writer, retention, now).run();
    }

    Writing writer() {
        return writer;
    }

    /** Writes what is waiting and closes the file. */
    @Override
    public void close() throws LedgerFailure {
        writer.close();
    }
}
