package dev.greenlane.world.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a repository runs nothing of it, changes nothing in it and ends in time. */
class HostileRepositoryTest {
    private static final GitRepositories.Limits PATIENT =
            new GitRepositories.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    private Folder folder;
    private Path marker;
    private String trap;

    @BeforeEach
    void makes_a_repository(@TempDir Path under) throws IOException {
        folder = Folder.repository(under.toRealPath());
        marker = folder.home().resolve("it-ran");
        Path script = folder.home().resolve("trap");
        Files.writeString(script, "#!/bin/sh\necho \"$0 $*\" >> '" + marker + "'\ncat\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        trap = script.toString();
    }

    @Test
    void nothing_that_a_repository_sets_runs() throws IOException {
        folder.write("filtered.dat", "1").write("shown.txt", "1").commit();
        folder.write(
                ".gitattributes",
                "*.dat filter=bad diff=bad merge=bad\n"
                        + "*.eq filter=a=b\n"
                        + "*.up filter=Upper.Case\n"
                        + "*.inc filter=included\n");
        folder.write("x.eq", "1").write("x.up", "1").write("x.inc", "1").commit();
        for (String name : List.of("bad", "a=b", "Upper.Case")) {
            config("filter." + name + ".clean", trap);
            config("filter." + name + ".smudge", trap);
            config("filter." + name + ".process", trap);
            config("filter." + name + ".required", "true");
        }
        folder.write(".git/more", "[filter \"included\"]\n\tclean = " + trap + "\n\trequired\n");
        config("include.path", "more");
        for (String key : List.of(
                "core.fsmonitor",
                "core.pager",
                "core.editor",
                "core.askPass",
                "core.sshCommand",
                "core.alternateRefsCommand",
                "core.gitProxy",
                "pager.status",
                "pager.config",
                "pager.rev-list",
                "diff.external",
                "diff.bad.textconv",
                "diff.bad.command",
                "merge.bad.driver",
                "credential.helper",
                "gpg.program",
                "sequence.editor",
                "interactive.diffFilter",
                "uploadpack.packObjectsHook")) {
            config(key, trap);
        }
        for (String word : List.of("status", "ls-files", "config", "rev-list")) {
            config("alias." + word, "!" + trap);
        }
        config("status.submoduleSummary", "true");
        config("core.hooksPath", folder.home().resolve("hooks").toString());
        for (String hook :
                List.of("post-index-change", "fsmonitor-watchman", "reference-transaction", "query-watchman")) {
            executable(folder.home().resolve("hooks").resolve(hook));
            executable(folder.path().resolve(".git/hooks").resolve(hook));
        }
        // Files look changed to git, so that it wants to read them through their filters.
        for (String name : List.of("filtered.dat", "x.eq", "x.up", "x.inc")) {
            folder.write(name, "2");
        }
        folder.write("kept", "as it was\n").write("new.dat", "1");
        Map<String, String> before = contents(folder.path());

        List<Repository.Difference> differences = askAll();

        assertThat(marker).doesNotExist();
        assertThat(contents(folder.path())).isEqualTo(before);
        assertThat(differences)
                .filteredOn(difference -> difference.state() == State.MODIFIED)
                .extracting(Repository.Difference::path)
                .contains(folder.of("filtered.dat"), folder.of("x.eq"), folder.of("x.up"), folder.of("x.inc"));
    }

    @Test
    void the_trap_works_where_git_is_asked_plainly() {
        folder.write(".gitattributes", "*.dat filter=bad\n").write("x.dat", "1").commit();
        config("filter.bad.clean", trap);
        folder.write("x.dat", "2").git("status");

        assertThat(marker).exists();
    }

    @Test
    void the_environment_outside_has_no_say(@TempDir Path other) {
        Map<String, String> environment = new HashMap<>(folder.environment());
        environment.put("GIT_DIR", other.toString());
        environment.put("GIT_INDEX_FILE", other.resolve("index").toString());
        environment.put("GIT_EXTERNAL_DIFF", trap);
        environment.put("GIT_CONFIG_PARAMETERS", "'core.fsmonitor=" + trap + "'");
        environment.put("GIT_TRACE", other.resolve("trace").toString());
        folder.write("kept", "new\n");

        Repository repository = new GitRepositories(environment, PATIENT)
                .holding(folder.of("kept"))
                .orElseThrow();

        assertThat(repository.differences(List.of(folder.of("kept")), true).orElseThrow())
                .hasSize(1);
        assertThat(marker).doesNotExist();
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void a_program_of_the_repository_is_never_taken_for_git() throws IOException {
        Map<String, String> environment = new HashMap<>(folder.environment());
        executable(folder.path().resolve("git"));
        environment.put("PATH", ".:" + folder.path() + "::" + environment.get("PATH"));
        folder.write("kept", "new\n");

        Repository repository = new GitRepositories(environment, PATIENT)
                .holding(folder.of("kept"))
                .orElseThrow();

        assertThat(repository.differences(List.of(folder.of("kept")), true)).isPresent();
        assertThat(marker).doesNotExist();
    }

    @Test
    void the_index_stays_as_it_is_bit_by_bit() throws IOException {
        config("core.untrackedCache", "true");
        config("core.fsmonitor", "true");
        config("index.skipHash", "true");
        Path index = folder.path().resolve(".git/index");
        byte[] before = Files.readAllBytes(index);
        Object changed = Files.getLastModifiedTime(index);
        folder.write("kept", "as it was\n").write("new", "1");

        askAll();

        assertThat(Files.readAllBytes(index)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(index)).isEqualTo(changed);
        assertThat(folder.path().resolve(".git/fsmonitor--daemon.ipc")).doesNotExist();
    }

    @Test
    void missing_objects_are_not_fetched() {
        folder.in("../source").init().write("a", "1").write("b/c", "1").commit();
        folder.in("../source").git("config", "uploadpack.allowFilter", "true");
        String source = folder.path().resolveSibling("source").toString();
        folder.git("clone", "-q", "--no-checkout", "--filter=tree:0", "file://" + source, "../partial");
        Folder partial = folder.in("../partial");
        partial.git("config", "remote.origin.uploadpack", trap);
        String root = folder.path().resolveSibling("partial").toString();

        Repository repository =
                new GitRepositories(folder.environment(), PATIENT).holding(root).orElseThrow();

        assertThat(repository.differences(List.of(root), true)).isEmpty();
        assertThat(marker).doesNotExist();
    }

    @Test
    void files_elsewhere_are_not_taken_for_the_working_tree() {
        config("core.worktree", folder.home().toString());

        assertThat(repository().differences(List.of(folder.of("kept")), true)).isEmpty();
    }

    @Test
    void what_git_cannot_read_nobody_can_tell() {
        folder.write(".git/index", "no index");
        assertThat(repository().differences(List.of(folder.of("kept")), true)).isEmpty();

        folder.write(".git/config", "[no config");
        assertThat(repository().differences(List.of(folder.of("kept")), true)).isEmpty();
        assertThat(repository().head()).isEmpty();
        assertThat(repository().remotes()).isEmpty();
    }

    @Test
    void a_broken_pointer_is_no_repository() {
        folder.write("sub/.git", "gitdir: ../nowhere\n").write("sub/file", "1");
        folder.write("odd/.git", "nonsense").write("odd/file", "1");

        for (String path : List.of(folder.of("sub/file"), folder.of("odd/file"))) {
            assertThat(new GitRepositories(folder.environment(), PATIENT).holding(path))
                    .isEmpty();
        }
    }

    @Test
    void a_pipe_in_place_of_a_file_holds_nothing_up() throws Exception {
        for (String name : List.of(".gitignore", ".gitattributes", ".git/packed-refs", ".git/info/exclude")) {
            Files.deleteIfExists(folder.path().resolve(name));
            assertThat(new ProcessBuilder("mkfifo", folder.of(name)).start().waitFor())
                    .isZero();
        }
        GitRepositories quick = new GitRepositories(
                folder.environment(), new GitRepositories.Limits(Duration.ofMillis(300), Duration.ofMillis(300)));
        Repository repository = quick.holding(folder.of("kept")).orElseThrow();

        assertThatCode(() -> {
                    repository.differences(List.of(repository.root()), true);
                    repository.differences(List.of(folder.of("kept")), true);
                    repository.head();
                    repository.unpushed();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_repository_of_another_user_is_not_read() throws Exception {
        Process process = new ProcessBuilder(
                        "chown", "-R", "12345", folder.path().toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(process.waitFor() == 0, "only the super-user can give files away");

        assertThat(repository().differences(List.of(folder.of("kept")), true)).isEmpty();
        assertThat(repository().head()).isEmpty();
        assertThat(repository().remotes()).isEmpty();
        assertThat(repository().unpushed()).isEmpty();
    }

    @Test
    void out_of_time_nobody_can_tell() {
        GitRepositories slow =
                new GitRepositories(folder.environment(), new GitRepositories.Limits(Duration.ZERO, Duration.ZERO));
        Repository repository = slow.holding(folder.of("kept")).orElseThrow();

        assertThat(repository.differences(List.of(folder.of("kept")), true)).isEmpty();
        assertThat(repository.unpushed()).isEmpty();
        assertThat(repository.remotes()).isEmpty();
    }

    private List<Repository.Difference> askAll() {
        Repository repository = repository();
        repository.head();
        repository.remotes();
        repository.stashes();
        repository.unpushed();
        repository.defaultBranch("origin");
        repository.remoteBranch("origin", "main");
        repository.commitsOnlyIn("HEAD", Set.of("refs/heads/main"), List.of());
        repository.commitsOnlyIn("--output=x", Set.of(), List.of("--exec=" + trap));
        repository.differences(List.of(folder.of("kept"), folder.of("new.dat")), true);
        return repository.differences(List.of(repository.root()), true).orElseThrow();
    }

    private Repository repository() {
        return new GitRepositories(folder.environment(), PATIENT)
                .holding(folder.of("kept"))
                .orElseThrow();
    }

    private void config(String key, String value) {
        folder.git("config", "-f", ".git/config", key, value);
    }

    private void executable(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.copy(Path.of(trap), file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    contents.put(
                            file.toString(),
                            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }
}
