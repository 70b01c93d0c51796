package dev.greenlane.world.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Repository.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers are kept, and never longer than they are true. */
class KeptAnswersTest {
    private static final GitRepositories.Limits PATIENT =
            new GitRepositories.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

    private Folder folder;
    private GitRepositories keeping;

    @BeforeEach
    void makes_a_repository(@TempDir Path under) throws IOException {
        folder = Folder.repository(under.toRealPath());
        // A day later, all files have been at rest for long.
        keeping = new GitRepositories(folder.environment(), PATIENT, InstantSource.fixed(LATER));
    }

    @Test
    void an_answer_is_kept_while_nothing_changes() throws IOException {
        folder.write("src/a", "1").write("src/b", "1").commit().write("src/a", "22");
        Optional<List<Difference>> first = at(keeping, "src");
        makeUnreadable();

        assertThat(first.orElseThrow()).hasSize(1);
        assertThat(at(keeping, "src")).isEqualTo(first);
        assertThat(at(keeping, "kept")).isEmpty();
    }

    @Test
    void what_changed_just_now_is_not_kept() throws IOException {
        GitRepositories now = new GitRepositories(
                folder.environment(), PATIENT, InstantSource.fixed(Instant.now().minus(Duration.ofHours(1))));
        assertThat(at(now, "kept")).isPresent();
        makeUnreadable();

        assertThat(at(now, "kept")).isEmpty();
    }

    @Test
    void each_thing_that_counts_makes_an_answer_anew() {
        folder.write("src/a", "1").commit();
        List<Runnable> changes = List.of(
                () -> folder.write("src/a", "22"),
                () -> folder.git("add", "src/a"),
                () -> folder.commit(),
                () -> folder.write("src/deep/new.log", "1"),
                () -> folder.write(".gitignore", "*.log\n"),
                () -> folder.write("src/.gitignore", "!*.log\n"),
                () -> folder.write(".git/info/exclude", "deep\n"),
                () -> folder.write(".git/info/exclude", ""),
                () -> folder.write("src/deep/.gitignore", "*\n"),
                () -> folder.write("../home/ignored", "a*\n").git("config", "core.excludesFile", "~/ignored"),
                () -> folder.write("src/abc", "1"),
                () -> folder.write("../home/ignored", "b*\n"),
                () -> folder.git("reset", "-q", "--soft", "HEAD~1"),
                () -> folder.git("checkout", "-q", "--detach"),
                () -> folder.in("src/nested").init(),
                () -> folder.write("src/nested/file", "1"),
                () -> folder.write("../home/.gitconfig", "[core]\n\texcludesFile = /dev/null\n"),
                () -> folder.git("config", "--unset", "core.excludesFile"),
                () -> folder.git("update-index", "--assume-unchanged", "src/a").write("src/a", "333"));
        for (Runnable change : changes) {
            at(keeping, "src");
            at(keeping, "src/a", "src/abc");
            change.run();
            assertThat(at(keeping, "src")).isEqualTo(at(anew(), "src"));
            assertThat(at(keeping, "src/a", "src/abc")).isEqualTo(at(anew(), "src/a", "src/abc"));
        }
    }

    @Test
    void whatever_happens_a_kept_answer_is_as_good_as_a_new_one() throws IOException {
        Random random = new Random(7);
        List<String> names = List.of("a", "b.log", "d/a", "d/b.log", "d/e/a", "f");
        for (int step = 0; step < 60; step++) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> folder.write(name, "x".repeat(random.nextInt(1, 50)));
                case 3 -> Files.deleteIfExists(folder.path().resolve(name));
                case 4 -> folder.git("add", "-A");
                case 5 -> folder.commit();
                case 6 ->
                    folder.write(
                            random.nextBoolean() ? ".gitignore" : "d/.gitignore", "*.log\n".repeat(random.nextInt(3)));
                default -> folder.git("reset", "-q", "--soft", "HEAD");
            }
            for (List<String> asked : List.of(List.of("d"), List.of("a", "b.log"), List.of("d/e/a"), List.of(""))) {
                String[] paths = asked.toArray(String[]::new);
                assertThat(at(keeping, paths)).as("step %d, %s", step, asked).isEqualTo(at(anew(), paths));
            }
        }
    }

    private GitRepositories anew() {
        return new GitRepositories(folder.environment(), PATIENT);
    }

    private Optional<List<Difference>> at(GitRepositories repositories, String... names) {
        List<String> paths = new ArrayList<>();
        for (String name : names) {
            paths.add(name.isEmpty() ? folder.path().toString() : folder.of(name));
        }
        return repositories.holding(folder.of("kept")).orElseThrow().differences(paths, true);
    }

    /** Objects never change, so no answer looks at them again. */
    private void makeUnreadable() throws IOException {
        Path objects = folder.path().resolve(".git/objects");
        Files.move(objects, folder.home().resolve("objects"));
        Files.createDirectories(objects);
    }
}
