package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import dev.greenlane.store.Writing.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. What waits when it is free goes into one transaction together; whoever asked is answered after
 * the commit. Where several ask at once it gathers for a moment before the next transaction, because a commit costs more than an
 * entry; who asks alone never waits. When a transaction fails, each part of it is tried again by itself.
 */
final class LedgerWriter {
    private static final int LONGEST_QUEUE = 4096;
    private static final int LARGEST_BATCH = 256;
    private static final long PATIENCE_SECONDS = 10;
    private static final long GATHERING_NANOS = 2_000_000;

    private final Path file;
    private final @Nullable Object identity;
    private final Connection connection;
    private @Nullable Tables tables;
    private final Checkpoints checkpoints;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private final SessionCache sessions = new SessionCache();
    private volatile boolean closing;
    private volatile boolean ended;

    private record Job<T>(Work<T> work, CompletableFuture<T> done) {
        /** Does the work and returns what to say when it is committed. */
        Runnable run(Tables tables) throws SQLException {
            T result = work.in(tables);
            return () -> done.complete(result);
        }
    }

    LedgerWriter(Path file, Connection connection) throws IOException, SQLException {
        this.file = file;
        this.identity = identity();
        this.connection = connection;
        this.checkpoints = new Checkpoints(file);
        this.thread = Thread.ofPlatform().name("greenlane-ledger").daemon().unstarted(this::serve);
    }

    void start() {
        thread.start();
    }

    /** Does the work in a transaction and returns when it is committed. */
    <T> T run(Work<T> work) throws LedgerFailure {
        Job<T> job = new Job<>(work, new CompletableFuture<>());
        try {
            if (closing) {
                throw Failures.of(Kind.CLOSED, file);
            }
            if (!queue.offer(job, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Failures.of(Kind.SLOW, file);
            }
            if (ended) {
                refuseWaiting();
            }
            return job.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.of(Kind.SLOW, file);
        } catch (TimeoutException e) {
            throw Failures.of(Kind.SLOW, file);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerFailure failure) {
                throw failure;
            }
            throw Failures.unexpected(e, file);
        }
    }

    /** A session as it is now. */
    Optional<Session> session(String id) throws LedgerFailure {
        Optional<Session> known = sessions.find(id);
        return known.isPresent() ? known : run(tables -> tables.sessions().find(id));
    }

    /** Writes what waits, then ends. What is asked for later fails. */
    void close() throws SQLException {
        closing = true;
        thread.interrupt();
        Ends.await(thread);
        checkpoints.close();
        connection.close();
    }

    private void serve() {
        List<Job<?>> batch = new ArrayList<>();
        boolean crowded = false;
        long committed = System.nanoTime();
        for (Job<?> first = next(); first != null; first = next()) {
            if (crowded) {
                LockSupport.parkNanos(committed + GATHERING_NANOS - System.nanoTime());
            }
            batch.add(first);
            queue.drainTo(batch, LARGEST_BATCH - 1);
            commit(batch);
            committed = System.nanoTime();
            crowded = batch.size() > 1;
            batch.clear();
        }
        ended = true;
        refuseWaiting();
    }

    /** The next job; null when the writer is closing and nothing waits. */
    private @Nullable Job<?> next() {
        while (!closing) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // close() wakes the thread this way
            }
        }
        return queue.poll();
    }

    private void commit(List<Job<?>> batch) {
        List<Runnable> done = new ArrayList<>(batch.size());
        try {
            checkFile();
            Tables now = tables == null ? new Tables(connection) : tables;
            tables = now;
            now.begin();
            for (Job<?> job : batch) {
                done.add(job.run(now));
            }
            now.commit();
        } catch (SQLException | LedgerFailure | RuntimeException | Error e) {
            rollBack();
            if (batch.size() > 1) {
                batch.forEach(job -> commit(List.of(job)));
            } else {
                batch.get(0).done().completeExceptionally(e instanceof SQLException sql ? failure(sql) : e);
            }
            return;
        }
        sessions.update(tables == null ? Map.of() : tables.sessions().takeChanged());
        done.forEach(Runnable::run);
        checkpoints.committed(connection, batch.size());
    }

    private void rollBack() {
        try {
            if (tables != null) {
                tables.close();
            }
        } catch (SQLException e) {
            // A statement that failed is closed already.
        }
        tables = null;
        Transaction.rollBack(connection);
    }

    private LedgerFailure failure(SQLException e) {
        if (Failures.kind(e) == Kind.DAMAGED) {
            Damage.mark(file);
        }
        return Failures.of(e, file);
    }

    /** SQLite would go on writing into a file that was removed, and nobody would find the entries. */
    private void checkFile() throws LedgerFailure {
        boolean isThere;
        try {
            isThere = identity == null || identity.equals(identity());
        } catch (IOException e) {
            isThere = false;
        }
        if (!isThere) {
            throw Failures.of(Kind.DAMAGED, file);
        }
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private void refuseWaiting() {
        for (Job<?> job = queue.poll(); job != null; job = queue.poll()) {
            job.done().completeExceptionally(Failures.of(Kind.CLOSED, file));
        }
    }
}
