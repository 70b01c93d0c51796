package dev.greenlane.store;

import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.store.LedgerFailure.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The append-only record of calls and verdicts: one SQLite file, of which this is the only writer in all processes.
 *
 * <p>{@link #append} returns when the entry is committed: it is there whatever happens to the process afterwards, and so are
 * the counters of its session, which change in the same transaction. Any number of threads may use it.
 */
public final class Ledger implements AutoCloseable {
    private final Path file;
    private final LedgerLock lock;
    private final LedgerWriter writer;
    private final LedgerReader reader;
    private final Redactor redactor = new Redactor(SecretScanner.load());
    private final Optional<String> notice;

    private Ledger(Path file, LedgerLock lock, LedgerWriter writer, Optional<String> notice) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        this.reader = new LedgerReader(file);
        this.notice = notice;
    }

    /**
     * Opens the ledger, and creates it with its folder where it is missing, readable for the user alone. A damaged file is
     * moved aside and a new ledger begun: see {@link #notice}.
     */
    public static Ledger open(Path file) throws LedgerFailure {
        try {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            PrivateFiles.folder(folder);
            NativeLibrary.load(folder);
            LedgerLock lock = LedgerLock.take(file);
            try {
                return openLocked(file, lock);
            } catch (LedgerFailure | IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of(e, file);
        }
    }

    private static Ledger openLocked(Path file, LedgerLock lock) throws LedgerFailure, IOException {
        if (!Damage.isMarked(file)) {
            try {
                return new Ledger(file, lock, begin(file), Optional.empty());
            } catch (LedgerFailure e) {
                if (e.kind() != Kind.DAMAGED) {
                    throw e;
                }
            }
        }
        Path aside = Damage.moveAside(file);
        String notice = "The ledger was damaged. It is kept as " + aside + ", and a new one has begun.";
        return new Ledger(file, lock, begin(file), Optional.of(notice));
    }

    private static LedgerWriter begin(Path file) throws LedgerFailure, IOException {
        PrivateFiles.file(file);
        try {
            Connection connection = Database.writer(file);
            try {
                Migrations.run(connection);
                LedgerWriter writer = new LedgerWriter(file, connection);
                writer.start();
                return writer;
            } catch (SQLException | IOException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of(e, file);
        }
    }

    /** What the user should know about the opening. */
    public Optional<String> notice() {
        return notice;
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

    /**
     * Removes the oldest entries until the rest is as young and as small as asked for. Others may append meanwhile.
     *
     * @return how many entries were removed
     */
    public long retain(Retention retention, Instant now) throws LedgerFailure {
        return new Pruning(writer, retention, now).run();
    }

    LedgerWriter writer() {
        return writer;
    }

    /** Writes what is waiting and closes the file. */
    @Override
    public void close() throws LedgerFailure {
        try (lock) {
            writer.close();
        } catch (SQLException e) {
            throw Failures.of(e, file);
        } catch (IOException e) {
            throw Failures.of(e, file);
        }
    }
}
