package dev.greenlane.service.desk;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs reviews on threads of their own: as many at once as there are processors, with room for calls that are nested deeply,
 * and none for longer than an agent waits. A review that does not come back keeps its thread and nobody else's. Thread-safe.
 */
final class Reviews implements AutoCloseable {
    private static final long STACK_BYTES = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_THREADS = 64;
    private static final int KEPT_SECONDS = 60;

    private final int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Semaphore turns = new Semaphore(atOnce, true);
    private final ThreadPoolExecutor threads;
    private final Duration patience;

    Reviews() {
        this(PATIENCE);
    }

    Reviews(Duration patience) {
        AtomicInteger count = new AtomicInteger();
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                atOnce, MOST_THREADS, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(null, work, "review-" + count.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Does a review, or something that needs as much room.
     *
     * @throws NoReview where it takes too long or fails
     */
    <T> T run(Callable<T> work) throws NoReview {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooLong();
            }
            try {
                return inTime(work, deadline);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReview("it was interrupted");
        }
    }

    private <T> T inTime(Callable<T> work, long deadline) throws NoReview, InterruptedException {
        FutureTask<T> result = new FutureTask<>(work);
        try {
            threads.execute(result);
            return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw tooLong();
        } catch (RejectedExecutionException e) {
            throw new NoReview("too many reviews before it have not come back");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NoReview problem
                    ? problem
                    : new NoReview("an error of its own, " + e.getCause());
        }
    }

    private NoReview tooLong() {
        return new NoReview("it took longer than " + patience.toSeconds() + " seconds");
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
