package dev.greenlane.service.desk;

import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs reviews on threads of their own: as many at once as there are processors, with room for calls that are nested deeply,
 * and none for longer than an agent waits. Thread-safe.
 */
final class Reviews implements AutoCloseable {
    private static final long STACK_BYTES = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService threads;

    Reviews() {
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), work -> {
            Thread thread = new Thread(null, work, "review-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws NoReview where it takes too long */
    Review review(Reviewer reviewer, Request request) throws NoReview {
        return run(() -> reviewer.review(request));
    }

    /** Does something that needs as much room as a review. */
    <T> T run(Callable<T> work) throws NoReview {
        Future<T> result = threads.submit(work);
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new NoReview("it took longer than " + PATIENCE.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw new NoReview("an error of its own, " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReview("it was interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
