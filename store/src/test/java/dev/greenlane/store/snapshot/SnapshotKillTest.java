package dev.greenlane.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that keeps, destroys and brings back, killed at any moment: what it had is there or can be brought back. */
class SnapshotKillTest {
    /** More of them by hand: {@code GREENLANE_KILLS=200}. */
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("GREENLANE_KILLS", "6"));

    private static final int LONGEST_LIFE_MILLIS = 400;

    @TempDir
    Path folder;

    /**
     * The process. Keeps a tree, spoils it and brings it back, for ever, and says what it has done.
     */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            Path place = Path.of(args[0]);
            long seed = Long.parseLong(args[1]);
            Path tree = place.resolve("tree");
            Snapshots store = new Snapshots(place.resolve("store"));
            say("ready");
            for (long round = 0; ; round++) {
                Snapshot kept = store.take(
                                List.of(new Threat(tree, Threat.How.CHANGED)),
                                Occasion.call(Instant.now(), "s"),
                                Budget.UNLIMITED,
                                path -> false)
                        .orElseThrow();
                say("kept " + kept.number());
                new Trees(seed * 1_000 + round).spoil(tree);
                store.over(kept.number());
                say("spoiled " + kept.number());
                store.undo().run(store.plan(List.of(kept.number())), false, Instant.now());
                say("undone " + kept.number());
            }
        }

        private static void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }

    @Test
    void nothing_is_lost() throws Exception {
        Random random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            Path tree = Files.createDirectory(folder.resolve("tree"));
            new Trees(kill).grow(tree);
            Map<String, String> before = Trees.look(tree);
            String last = killed(kill, random.nextInt(LONGEST_LIFE_MILLIS));
            Snapshots store = new Snapshots(folder.resolve("store"));
            store.undo().resume();
            if (last.startsWith("kept ") || last.startsWith("spoiled ")) {
                long number = Long.parseLong(last.substring(last.indexOf(' ') + 1));
                store.undo().run(store.plan(List.of(number)), true, Instant.now());
            }
            assertThat(Trees.look(tree)).as("kill %d, after \"%s\"", kill, last).containsAllEntriesOf(before);
            Trees.delete(tree);
            store.retain(new Retained(Duration.ZERO, 0), Instant.now());
        }
    }

    /** What it said last. */
    private String killed(long seed, int millis) throws Exception {
        Process process = start(seed);
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            lines.add(said.readLine());
            TimeUnit.MILLISECONDS.sleep(millis);
            process.toHandle().destroyForcibly();
            said.lines().forEach(lines::add);
        }
        assertThat(lines.getFirst()).isEqualTo("ready");
        return lines.getLast();
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
