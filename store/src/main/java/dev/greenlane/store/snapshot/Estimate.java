package dev.greenlane.store.snapshot;

import java.time.Duration;

/**
 * What keeping some paths would cost.
 *
 * @param files how many files, folders and links there are
 * @param bytes of content that would be kept
 * @param time how long it would take, about
 * @param whole whether everything was seen; else there is more than the budget, and the numbers are what was seen until then
 */
public record Estimate(long files, long bytes, Duration time, boolean whole) {
    private static final long NANOS_A_FILE = 70_000;
    private static final long BYTES_A_MICRO = 250;

    /** @param copied so many of the bytes have to be read and written; what is linked costs no time */
    static Estimate of(long files, long bytes, long copied, boolean whole) {
        long nanos = files * NANOS_A_FILE + copied / BYTES_A_MICRO * 1_000;
        return new Estimate(files, bytes, Duration.ofNanos(nanos), whole);
    }

    /** Whether it can be kept within this budget. */
    public boolean fits(Budget budget) {
        return whole && bytes <= budget.bytes() && time.compareTo(budget.time()) <= 0;
    }
}
