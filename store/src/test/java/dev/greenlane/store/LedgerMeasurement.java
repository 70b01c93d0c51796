package dev.greenlane.store;

import dev.greenlane.engine.policy.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the ledger: how long it takes to open, and how long 64 virtual threads wait for their entries, as fast as they can
 * and at a steady rate. {@code mvn verify -pl store -am -Pmeasure -DskipTests}.
 */
public final class LedgerMeasurement {
    private static final int THREADS = 64;
    private static final int SECONDS = 10;
    private static final int RATE = 2000;

    private LedgerMeasurement() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("greenlane-measure");
        Path file = folder.resolve("ledger.db");
        opening("first opening, SQLite is unpacked", file);
        opening("opening", file);
        try (Ledger ledger = Ledger.open(file)) {
            run(ledger, "warm-up", 0, 3);
            run(ledger, "as fast as they can", 0, SECONDS);
            run(ledger, RATE + " a second", RATE, SECONDS);
            long start = System.nanoTime();
            Verification found = ledger.reader().verify();
            say("verify: %.1f s, %s", seconds(start), found);
            start = System.nanoTime();
            Stats stats = ledger.reader().stats(Query.ALL);
            say("stats of %d entries: %.1f s", stats.entries(), seconds(start));
            start = System.nanoTime();
            ledger.reader().last(Query.ALL.deniedOnly(), 50);
            say("last 50 denied: %.1f ms", 1000 * seconds(start));
        }
        opening("opening with " + Files.size(file) / (1 << 20) + " MB", file);
        try (var files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static void opening(String what, Path file) throws Exception {
        long start = System.nanoTime();
        try (Ledger ledger = Ledger.open(file)) {
            double opened = 1000 * seconds(start);
            ledger.append(Calls.entry("s", Outcome.ALLOW));
            say("%s: %.1f ms, with a first entry %.1f ms", what, opened, 1000 * seconds(start));
        }
    }

    /** Each thread appends without a pause, or at its share of {@code rate}, late ones counted from when they were due. */
    private static void run(Ledger ledger, String what, int rate, int seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long gap = rate == 0 ? 0 : 1_000_000_000L * THREADS / rate;
        List<List<Long>> waits = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String session = "s" + thread;
            long first = start + gap * thread / THREADS;
            List<Long> mine = new ArrayList<>();
            waits.add(mine);
            threads.add(Thread.startVirtualThread(() -> append(ledger, session, first, gap, end, mine)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] all =
                waits.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        say(
                "%s: %d/s, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.1f ms",
                what, (long) (all.length / seconds(start)), at(all, 0.5), at(all, 0.99), at(all, 0.999), at(all, 1));
    }

    private static void append(Ledger ledger, String session, long first, long gap, long end, List<Long> waits) {
        try {
            long due = first;
            for (int i = 0; System.nanoTime() < end; i++) {
                if (gap > 0) {
                    due = first + i * gap;
                    LockSupport.parkNanos(due - System.nanoTime());
                } else {
                    due = System.nanoTime();
                }
                ledger.append(Calls.entry(session, i % 50 == 0 ? Outcome.DENY : Outcome.ALLOW));
                waits.add(System.nanoTime() - due);
            }
        } catch (LedgerFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
