package dev.greenlane.service.life;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How long the service lives: until it is told to end, has been idle for long, or cannot be reached any more. Thread-safe. */
public final class Lifetime {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration RESTING = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CHORES = Duration.ofDays(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong lastUse = new AtomicLong(System.nanoTime());
    private final AtomicInteger inWork = new AtomicInteger();
    private final Supplier<Duration> idle;
    private final Runnable chores;

    /**
     * @param idle ends after so long without use
     * @param chores is done every day; must not throw
     */
    public Lifetime(Supplier<Duration> idle, Runnable chores) {
        this.idle = idle;
        this.chores = chores;
    }

    /** Does a piece of work during which the service does not end by itself. */
    public <T> T use(Supplier<T> work) {
        inWork.incrementAndGet();
        try {
            return work.get();
        } finally {
            lastUse.set(System.nanoTime());
            inWork.decrementAndGet();
        }
    }

    /** Ends it when the work in hand is done. */
    public void end() {
        end.countDown();
    }

    /**
     * Returns when the service is to end.
     *
     * @param reachable whether others can reach it; a service that nobody reaches ends, so that another can begin
     */
    public void await(BooleanSupplier reachable) throws InterruptedException {
        long lastChores = System.nanoTime();
        long lastRest = System.nanoTime();
        while (!end.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            boolean unused = inWork.get() == 0
                    && System.nanoTime() - lastUse.get() > idle.get().toNanos();
            if (unused || !reachable.getAsBoolean()) {
                return;
            }
            if (inWork.get() == 0
                    && lastUse.get() > lastRest
                    && System.nanoTime() - lastUse.get() > RESTING.toNanos()) {
                lastRest = System.nanoTime();
                // Gives the memory back that the work has taken; the collector does so only when it collects
                // everything.
                System.gc();
            }
            if (System.nanoTime() - lastChores > BETWEEN_CHORES.toNanos()) {
                lastChores = System.nanoTime();
                chores.run();
            }
        }
    }
}
