package dev.greenlane.cli.scripted;

import java.util.concurrent.atomic.AtomicLong;

/** Names for messages and calls, each one new. Thread-safe. */
final class Ids {
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    static String next() {
        return "id_" + LAST.incrementAndGet();
    }
}
