package dev.greenlane.store.snapshot;

import java.time.Duration;

/**
 * How many snapshots are kept.
 *
 * @param age those that are older go
 * @param bytes all together may take so much; the oldest go first
 */
public record Retained(Duration age, long bytes) {}
