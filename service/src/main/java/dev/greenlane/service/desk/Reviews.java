package dev.greenlane.service.desk;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs reviews on threads of their own: as many at once as there are processors, with room for calls that are nested deeply,
 * and none for longer than an agent waits. A review that does not come back keeps its thread and nobody else's: another takes
 * its place. Thread-safe.
 */
final class Reviews implements AutoCloseable {
    private static final long STACK_BYTES = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_LOST = 62;

    private final int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final ThreadPoolExecutor threads;
    private final Duration patience;
    /** How many threads are with reviews that nobody waits for any more. Guarded by this. */
    private int lost;

    Reviews() {
        this(PATIENCE);
    }

    Reviews(Duration patience) {
        AtomicInteger count = new AtomicInteger();
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                atOnce, atOnce + MOST_LOST, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
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
        if (!isRoom()) {
            throw new NoReview("too many reviews before it have not come back");
        }
        Turn<T> turn = new Turn<>(work);
        threads.execute(turn);
        try {
            return turn.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            turn.giveUp();
            throw new NoReview("it took longer than " + patience.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            turn.giveUp();
            Thread.currentThread().interrupt();
            throw new NoReview("it was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NoReview problem
                    ? problem
                    : new NoReview("an error of its own, " + e.getCause());
        }
    }

    private synchronized boolean isRoom() {
        return lost < MOST_LOST;
    }

    private synchronized void lost(int change) {
        lost += change;
        threads.setCorePoolSize(atOnce + lost);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** One review and the thread it has. */
    private final class Turn<T> extends FutureTask<T> {
        private enum State {
            WAITING,
            RUNNING,
            OVER,
            GIVEN_UP
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        Turn(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            if (state.compareAndSet(State.WAITING, State.RUNNING)) {
                super.run();
                if (!state.compareAndSet(State.RUNNING, State.OVER)) {
                    lost(-1);
                }
            }
        }

        /** Nobody waits for it any more: it does not begin, and if it has begun, its thread is replaced. */
        void giveUp() {
            boolean begun = !state.compareAndSet(State.WAITING, State.OVER);
            if (begun && state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
                lost(1);
            }
            cancel(true);
        }
    }
}
