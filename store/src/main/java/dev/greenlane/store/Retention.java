package dev.greenlane.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of the ledger is kept.
 *
 * @param age entries older than this go; an entry that is younger keeps all behind it, whatever their clock said; of a time
 *     without entries that is longer than a week only a week counts, so that a clock that was set forward by mistake costs no
 *     more than that
 * @param bytes the file's pages in use may take so much; the oldest entries go first
 */
public record Retention(Optional<Duration> age, Optional<Long> bytes) {}
