package dev.greenlane.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Rounds of destroying and undoing, as many as wanted:
 * {@code java -cp … dev.greenlane.store.snapshot.Rounds FOLDER ROUNDS FIRST-SEED}.
 */
final class Rounds {
    private static final int BETWEEN_SWEEPS = 50;

    private Rounds() {}

    public static void main(String[] args) throws Exception {
        Path place = Files.createDirectories(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        long first = Long.parseLong(args[2]);
        Snapshots store = new Snapshots(place.resolve("store"));
        int differences = 0;
        for (int i = 0; i < rounds; i++) {
            try {
                round(place, store, first + i);
            } catch (AssertionError e) {
                differences++;
                System.out.println("seed " + (first + i) + ": " + e.getMessage());
                Trees.delete(place.resolve("tree"));
            }
            if (i % BETWEEN_SWEEPS == 0) {
                store.retain(new Retained(Duration.ZERO, 0), Instant.now());
            }
        }
        System.out.println(rounds + " rounds, " + differences + " with differences");
    }

    /** A tree is grown, spoiled, and brought back; that is undone, and done again. */
    static void round(Path place, Snapshots store, long seed) throws Exception {
        Path tree = Files.createDirectory(place.resolve("tree"));
        Trees trees = new Trees(seed);
        trees.grow(tree);
        Map<String, String> before = Trees.look(tree);
        long number = spoiled(store, tree, trees);
        Map<String, String> spoiled = Trees.look(tree);

        Undo.Outcome undone = undo(store, number);
        assertThat(Trees.look(tree)).as("after the undo").isEqualTo(before);
        if (undone.redo().isPresent()) {
            undo(store, undone.redo().get().number());
            assertThat(Trees.look(tree)).as("after the undo of the undo").isEqualTo(spoiled);
        }
        Trees.delete(tree);
    }

    /** Takes a snapshot, spoils the tree, and notes how it looks then. */
    static long spoiled(Snapshots store, Path tree, Trees trees) throws Exception {
        List<Threat> threats = List.of(new Threat(tree, Threat.How.CHANGED));
        Snapshot taken = store.take(threats, Occasion.call(Instant.now(), "s"), Budget.UNLIMITED, path -> false)
                .orElseThrow();
        trees.spoil(tree);
        store.over(taken.number());
        return taken.number();
    }

    private static Undo.Outcome undo(Snapshots store, long number) throws Exception {
        Undo.Outcome outcome = store.undo().run(store.plan(List.of(number)), false, Instant.now());
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.skipped()).isEmpty();
        return outcome;
    }
}
