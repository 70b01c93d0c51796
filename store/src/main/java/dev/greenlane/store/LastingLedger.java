package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ledger that is opened when it is needed, and opened again after damage. */
final class LastingLedger implements Writing {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Path file;
    private final Consumer<String> notices;
    private @Nullable OpenLedger open;
    private @Nullable LedgerFailure failed;
    private long failedAt;
    private boolean closed;
    private String said = "";

    /** @param notices is told what went wrong, and what the user should know */
    LastingLedger(Path file, Consumer<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    /** One step of work; the ledger may be another one the second time. */
    private interface Step<T> {
        T in(OpenLedger ledger) throws LedgerFailure;
    }

    @Override
    public <T> T run(Work<T> work) throws LedgerFailure {
        return twice(ledger -> ledger.run(work));
    }

    @Override
    public Optional<Session> session(String id) throws LedgerFailure {
        return twice(ledger -> ledger.session(id));
    }

    @Override
    public Optional<String> notice() {
        return Optional.empty();
    }

    private <T> T twice(Step<T> step) throws LedgerFailure {
        OpenLedger ledger = opened();
        try {
            return step.in(ledger);
        } catch (LedgerFailure e) {
            if (e.kind() != Kind.DAMAGED && e.kind() != Kind.CLOSED) {
                throw e;
            }
            letGo(ledger, e);
            return step.in(opened());
        }
    }

    private synchronized OpenLedger opened() throws LedgerFailure {
        if (closed) {
            throw Failures.of(Kind.CLOSED, file);
        }
        if (open != null) {
            return open;
        }
        if (failed != null && System.nanoTime() - failedAt < BETWEEN_TRIES.toNanos()) {
            throw failed;
        }
        try {
            OpenLedger fresh = OpenLedger.open(file);
            said = "";
            fresh.notice().ifPresent(notices);
            open = fresh;
            failed = null;
            return fresh;
        } catch (LedgerFailure e) {
            say(e);
            failed = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private synchronized void letGo(OpenLedger ledger, LedgerFailure why) {
        if (open != ledger) {
            return;
        }
        say(why);
        open = null;
        try {
            ledger.close();
        } catch (LedgerFailure e) {
            say(e);
        }
    }

    /** Says it once, however often it fails. */
    private void say(LedgerFailure failure) {
        String text = String.valueOf(failure.getMessage());
        if (!text.equals(said)) {
            said = text;
            notices.accept(text);
        }
    }

    @Override
    public synchronized void close() throws LedgerFailure {
        closed = true;
        OpenLedger last = open;
        open = null;
        if (last != null) {
            last.close();
        }
    }
}
