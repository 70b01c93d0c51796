package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.world.RealTrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Measures looks at a repository of 50,000 files with 30,000 ignored ones beside them: {@code mvn verify -pl world -am -Pmeasure
 * -DskipTests}.
 */
public final class WorldMeasurement {
    private static final int ROUNDS = 60;

    private static final GitRepositories.Limits PATIENT =
            new GitRepositories.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    private WorldMeasurement() {}

    public static void main(String[] args) throws Exception {
        Path top = Files.createTempDirectory("greenlane-measure").toRealPath();
        Folder folder = Folder.repository(top);
        for (int i = 0; i < 50_000; i++) {
            folder.write("src/d" + i / 1_000 + "/e" + i / 50 % 20 + "/File" + i + ".java", "class File" + i + " {}\n");
        }
        folder.write(".gitignore", "node_modules/\n*.log\n").commit();
        folder.git("clone", "-q", "--bare", ".", "../bare.git").git("remote", "add", "origin", "../bare.git");
        folder.git("fetch", "-q", "origin")
                .git("branch", "-q", "-u", "origin/main")
                .git("status");
        for (int i = 0; i < 30_000; i++) {
            folder.write("node_modules/p" + i / 100 + "/lib" + i / 20 % 5 + "/m" + i + ".js", "x");
        }
        for (int i = 0; i < 20; i++) {
            folder.write("src/d1/e1/New" + i + ".java", "class New {}\n");
            folder.write("src/d" + i + "/e0/File" + i * 1_000 + ".java", "class Changed" + i + " {}\n");
        }
        measure(folder);
        delete(top);
    }

    private static void measure(Folder folder) throws InterruptedException {
        Map<String, String> environment = folder.environment();
        List<String> few = List.of(
                folder.of("src/d1/e1/File1051.java"),
                folder.of("src/d2/e0/File2000.java"),
                folder.of("src/d1/e1/New1.java"));
        List<String> someFolder = List.of(folder.of("src/d1/e1"));
        List<String> whole = List.of(folder.path().toString());
        Supplier<GitRepositories> fresh = () -> {
            GitRepositories repositories = new GitRepositories(environment, PATIENT);
            repositories.findProgram();
            return repositories;
        };
        // What was changed just now is not kept.
        Thread.sleep(3_000);
        report(
                "few paths, cold",
                fresh,
                it -> at(it, folder).differences(few, true).orElseThrow());
        report(
                "a folder of 70 files, cold",
                fresh,
                it -> at(it, folder).differences(someFolder, true).orElseThrow());
        report("head, cold", fresh, it -> at(it, folder).head().orElseThrow());
        report(
                "whole tree, cold",
                fresh,
                it -> at(it, folder).differences(whole, true).orElseThrow());
        GitRepositories warm = fresh.get();
        Supplier<GitRepositories> same = () -> warm;
        report("whole tree", same, it -> at(it, folder).differences(whole, true).orElseThrow());
        report(
                "whole tree without ignored",
                same,
                it -> at(it, folder).differences(whole, false).orElseThrow());
        report(
                "few paths, kept",
                same,
                it -> at(it, folder).differences(few, true).orElseThrow());
        report(
                "a folder of 70 files, kept",
                same,
                it -> at(it, folder).differences(someFolder, true).orElseThrow());
        report("head, kept", same, it -> at(it, folder).head().orElseThrow());
        report("remotes, kept", same, it -> at(it, folder).remotes().orElseThrow());
        report("stashes", same, it -> at(it, folder).stashes().orElseThrow());
        report("unpushed commits", same, it -> at(it, folder).unpushed().orElseThrow());
        report(
                "commits only in a branch",
                same,
                it -> at(it, folder)
                        .commitsOnlyIn("HEAD", Set.of("refs/heads/main"), List.of())
                        .orElseThrow());
        Trees trees = new RealTrees(Duration.ofSeconds(10));
        report(
                "count 30,000 files",
                () -> trees,
                it -> it.below(folder.of("node_modules"), 100_000).orElseThrow());
    }

    private static Repository at(GitRepositories repositories, Folder folder) {
        return repositories.holding(folder.of("src/d1/e1/File1051.java")).orElseThrow();
    }

    private interface Look<W> {
        Object at(W world);
    }

    private static <W> void report(String what, Supplier<W> world, Look<W> look) {
        double[] times = new double[ROUNDS];
        for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
            W seen = world.get();
            long start = System.nanoTime();
            look.at(seen);
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "%-28s p50 %7.2f ms, p90 %7.2f ms%n", what, times[ROUNDS / 2], times[ROUNDS * 9 / 10]);
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
