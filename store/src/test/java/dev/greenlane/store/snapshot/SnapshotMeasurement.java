package dev.greenlane.store.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long snapshots take: 2,000 files with 50 MB in all, and one small file, round after round in one process.
 * {@code mvn verify -pl store -am -Pmeasure -DskipTests} runs it after the ledger's.
 */
final class SnapshotMeasurement {
    private static final int FILES = 2_000;
    private static final int BYTES = 25_000;
    private static final int FOLDERS = 40;
    private static final int ROUNDS = 8;
    private static final Budget BUDGET = new Budget(1_000_000_000, Duration.ofMillis(500));

    private SnapshotMeasurement() {}

    public static void main(String[] args) throws Exception {
        Path place = Files.createTempDirectory("greenlane-measurement");
        try {
            measure(place);
        } finally {
            Trees.delete(place);
        }
    }

    private static void measure(Path place) throws Exception {
        System.out.printf(
                "%5s %12s %12s %12s %12s %12s%n", "round", "estimate ms", "keep ms", "undo ms", "edit ms", "new ms");
        for (int round = 1; round <= ROUNDS; round++) {
            Snapshots store = new Snapshots(place.resolve("store"));
            Path tree = Files.createDirectory(place.resolve("tree"));
            fill(tree, round);
            List<Threat> threats = List.of(new Threat(tree, Threat.How.DELETED));
            long began = System.nanoTime();
            Estimate estimate = store.survey(threats, BUDGET, path -> false).estimate();
            double estimated = since(began);
            if (!estimate.fits(BUDGET)) {
                System.out.println("does not fit: " + estimate);
            }
            began = System.nanoTime();
            long number = take(store, threats);
            double taken = since(began);
            Trees.delete(tree);
            store.over(number);
            began = System.nanoTime();
            Undo.Outcome outcome = store.undo().run(store.plan(List.of(number)), false, Instant.now());
            double undone = since(began);
            if (!outcome.failed().isEmpty()) {
                throw new IllegalStateException(outcome.failed().toString());
            }
            began = System.nanoTime();
            take(store, List.of(new Threat(tree.resolve("0/0"), Threat.How.CHANGED)));
            double edit = since(began);
            began = System.nanoTime();
            take(store, List.of(new Threat(tree.resolve("new"), Threat.How.CHANGED)));
            double fresh = since(began);
            System.out.printf(
                    Locale.ROOT,
                    "%5d %12.1f %12.1f %12.1f %12.1f %12.1f%n",
                    round,
                    estimated,
                    taken,
                    undone,
                    edit,
                    fresh);
            Trees.delete(tree);
        }
    }

    private static long take(Snapshots store, List<Threat> threats) throws Exception {
        return store.take(threats, Occasion.call(Instant.now(), "s"), BUDGET, path -> false)
                .orElseThrow()
                .number();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void fill(Path tree, long seed) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < FILES; i++) {
            Path folder = tree.resolve(Integer.toString(i % FOLDERS));
            Files.createDirectories(folder);
            random.nextBytes(bytes);
            Files.write(folder.resolve(Integer.toString(i / FOLDERS)), bytes);
        }
    }
}
