package dev.greenlane.world.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.World;
import dev.greenlane.world.RealProcesses;
import dev.greenlane.world.RealTrees;
import dev.greenlane.world.git.GitRepositories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a world answered can be answered again when it is no longer so. */
class RecordingTest {

    @Test
    void answers_as_it_was_answered(@TempDir Path under) throws Exception {
        Path folder = under.toRealPath();
        java.nio.file.Files.writeString(folder.resolve("a\tb"), "text\n");
        java.nio.file.Files.writeString(folder.resolve(".gitignore"), "*.log\n");
        java.nio.file.Files.writeString(folder.resolve("x.log"), "1");
        for (List<String> words : List.of(
                List.of("git", "init", "-q"), List.of("git", "remote", "add", "origin", "https://example.com/x"))) {
            assertThat(new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .start()
                            .waitFor())
                    .isZero();
        }
        World real = new World(
                new RealFiles(),
                new RealTrees(Duration.ofSeconds(10)),
                new GitRepositories(
                        System.getenv(), new GitRepositories.Limits(Duration.ofSeconds(10), Duration.ofSeconds(10))),
                new RealProcesses());
        Recording recording = new Recording();
        List<Object> then = ask(recording.of(real), folder);
        java.nio.file.Files.delete(folder.resolve("a\tb"));

        List<Object> now = ask(Recording.read(recording.text()).replayed(), folder);

        assertThat(now).isEqualTo(then);
        assertThat(then.toString()).contains("text").contains("IGNORED").contains("https://example.com/x");
    }

    @Test
    void of_what_was_not_asked_nobody_can_tell() {
        World world = new Recording().replayed();

        assertThat(world.files().kind("/")).isEqualTo(Files.Kind.UNKNOWN);
        assertThat(world.trees().below("/", 1)).isEmpty();
        assertThat(world.repositories().holding("/")).isEmpty();
        assertThat(world.processes().all()).isEmpty();
    }

    @Test
    void a_repository_that_was_not_asked_much_says_no_more() {
        World world = Recording.read("[\"repositories\",\"holding\",\"/a/b\"]\t\"/a\"\n")
                .replayed();

        Repository repository = world.repositories().holding("/a/b").orElseThrow();
        assertThat(repository.root()).isEqualTo("/a");
        assertThat(repository.head()).isEmpty();
        assertThat(repository.toString()).isEqualTo("[repository, /a]");
    }

    @Test
    void says_what_is_no_recording() {
        assertThatThrownBy(() -> Recording.read("nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recording.read("[\"files\"]\t[1")).isInstanceOf(IllegalArgumentException.class);
        World odd = Recording.read("[\"files\",\"kind\",\"/a\"]\t[1]").replayed();
        assertThat(odd.files().kind("/a")).isEqualTo(Files.Kind.UNKNOWN);
    }

    private static List<Object> ask(World world, Path folder) {
        List<Object> answers = new ArrayList<>();
        for (String name : List.of("a\tb", "missing", "x.log")) {
            String path = folder.resolve(name).toString();
            answers.add(world.files().kind(path));
            answers.add(world.files().text(path, 100));
            answers.add(world.files().leadsTo(path));
            answers.add(world.trees().below(path, 10));
        }
        answers.add(world.trees().matching(folder.toString(), "*", false, 10));
        answers.add(world.processes().at(ProcessHandle.current().pid()));
        String root = folder.toString();
        Repository repository = world.repositories().holding(root).orElseThrow();
        answers.add(repository.root());
        answers.add(repository.differences(List.of(root), true));
        answers.add(repository.head());
        answers.add(repository.remotes());
        answers.add(repository.stashes());
        answers.add(repository.commitsOnlyIn("HEAD", Set.of("refs/heads/b", "refs/heads/a"), List.of()));
        answers.add(repository.defaultBranch("origin"));
        return answers;
    }
}
