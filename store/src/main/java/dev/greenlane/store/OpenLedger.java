package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A ledger's file, locked and open for writing. */
final class OpenLedger implements Writing {
    private final Path file;
    private final LedgerLock lock;
    private final LedgerWriter writer;
    private final Optional<String> notice;

    private OpenLedger(Path file, LedgerLock lock, LedgerWriter writer, Optional<String> notice) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        this.notice = notice;
    }

    /** Opens it; creates it where it is missing, and moves it aside where it is damaged. */
    static OpenLedger open(Path file) throws LedgerFailure {
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

    private static OpenLedger openLocked(Path file, LedgerLock lock) throws LedgerFailure, IOException {
        if (!Damage.isMarked(file)) {
            try {
                return new OpenLedger(file, lock, begin(file), Optional.empty());
            } catch (LedgerFailure e) {
                if (e.kind() != Kind.DAMAGED) {
                    throw e;
                }
            }
        }
        Path aside = Damage.moveAside(file);
        String notice = "The ledger was damaged. It is kept as " + aside + ", and a new one has begun.";
        return new OpenLedger(file, lock, begin(file), Optional.of(notice));
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

    @Override
    public <T> T run(Work<T> work) throws LedgerFailure {
        return writer.run(work);
    }

    @Override
    public Optional<Session> session(String id) throws LedgerFailure {
        return writer.session(id);
    }

    @Override
    public Optional<String> notice() {
        return notice;
    }

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
