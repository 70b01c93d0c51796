package dev.greenlane.store.snapshot;

import java.time.Duration;

/**
 * How much a snapshot may cost.
 *
 * @param bytes of content that is kept
 * @param time how long it may take
 */
public record Budget(long bytes, Duration time) {
    /** For what a person waits for. */
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Duration.ofDays(1));
}
