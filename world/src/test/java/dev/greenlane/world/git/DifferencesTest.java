package dev.greenlane.world.git;

import static dev.greenlane.engine.look.Repository.State.ADDED;
import static dev.greenlane.engine.look.Repository.State.DELETED;
import static dev.greenlane.engine.look.Repository.State.IGNORED;
import static dev.greenlane.engine.look.Repository.State.MODIFIED;
import static dev.greenlane.engine.look.Repository.State.NESTED;
import static dev.greenlane.engine.look.Repository.State.UNTRACKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.Repository.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs from the last commit, in repositories that the real git made. */
class DifferencesTest {
    private static final GitRepositories.Limits PATIENT =
            new GitRepositories.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    private Folder folder;
    private GitRepositories repositories;

    @BeforeEach
    void makes_a_repository(@TempDir Path under) throws IOException {
        folder = Folder.repository(under.toRealPath());
        repositories = new GitRepositories(folder.environment(), PATIENT);
    }

    @Test
    void nothing_differs_in_a_clean_tree() {
        assertThat(whole()).isEmpty();
        assertThat(at("kept")).isEmpty();
        assertThat(at("missing")).isEmpty();
    }

    @Test
    void tells_what_changed_and_whether_the_index_has_it() {
        folder.write("staged", "1")
                .write("both", "1")
                .write("gone", "1")
                .write("left", "1")
                .commit();
        folder.write("kept", "new\n")
                .write("staged", "2")
                .write("both", "2")
                .git("add", "staged", "both")
                .write("both", "3");
        folder.git("rm", "-q", "gone")
                .git("rm", "-q", "--cached", "left")
                .write("new", "1")
                .git("add", "new");
        folder.write("other", "1");

        assertThat(whole())
                .containsExactly(
                        difference("both", MODIFIED, false),
                        difference("gone", DELETED, true),
                        difference("kept", MODIFIED, false),
                        difference("left", MODIFIED, false),
                        difference("new", ADDED, true),
                        difference("other", UNTRACKED, false),
                        difference("staged", MODIFIED, true));
        assertThat(at("kept", "new"))
                .containsExactly(difference("kept", MODIFIED, false), difference("new", ADDED, true));
    }

    @Test
    void a_deleted_file_that_was_staged_is_not_just_gone() throws IOException {
        folder.write("kept", "new\n").git("add", "kept");
        Files.delete(folder.path().resolve("kept"));

        assertThat(whole()).containsExactly(difference("kept", MODIFIED, false));
    }

    @Test
    void tells_each_untracked_file_and_the_ignored_ones_where_wanted() {
        folder.write(".gitignore", "build/\n*.log\n").commit();
        folder.write("build/a/b", "1")
                .write("x.log", "1")
                .write("src/x.log", "1")
                .write("src/new/one", "1")
                .write("src/new/two", "1");

        assertThat(whole())
                .containsExactly(
                        difference("build", IGNORED, false),
                        difference("src/new/one", UNTRACKED, false),
                        difference("src/new/two", UNTRACKED, false),
                        difference("src/x.log", IGNORED, false),
                        difference("x.log", IGNORED, false));
        assertThat(at("src")).extracting(Difference::state).containsExactly(UNTRACKED, UNTRACKED, IGNORED);
        assertThat(repository().differences(List.of(folder.of("")), false).orElseThrow())
                .extracting(Difference::state)
                .containsOnly(UNTRACKED);
    }

    @Test
    void a_path_below_an_ignored_folder_is_ignored() {
        folder.write(".gitignore", "build/\n").commit().write("build/a/b", "1");

        assertThat(at("build/a/b")).containsExactly(difference("build/a/b", IGNORED, false));
        assertThat(at("build/a")).containsExactly(difference("build/a", IGNORED, false));
        assertThat(at("build/missing")).isEmpty();
    }

    @Test
    void another_repository_is_told_as_such_wherever_it_stands() {
        folder.write(".gitignore", "vendor/\n").commit();
        folder.in("nested").init().write("file", "1");
        folder.in("vendor").init();
        folder.in("deep/er").init();

        assertThat(whole())
                .containsExactly(
                        difference("deep/er", NESTED, false),
                        difference("nested", NESTED, false),
                        difference("vendor", NESTED, false));
        assertThat(at("nested/file", "kept")).containsExactly(difference("nested/file", NESTED, false));
        assertThat(repositories.holding(folder.of("nested/file")).orElseThrow().root())
                .isEqualTo(folder.of("nested"));
    }

    @Test
    void a_submodule_is_another_repository() {
        folder.in("../library").init().write("a", "1").commit();
        folder.git("submodule", "--quiet", "add", folder.of("../library"), "library")
                .commit();
        assertThat(whole()).isEmpty();
        assertThat(at("library/a")).containsExactly(difference("library/a", NESTED, false));
        Repository library = repositories.holding(folder.of("library/a")).orElseThrow();
        assertThat(library.root()).isEqualTo(folder.of("library"));
        folder.write("library/a", "2");
        assertThat(library.differences(List.of(library.root()), true))
                .hasValueSatisfying(
                        found -> assertThat(found).containsExactly(difference("library/a", MODIFIED, false)));

        folder.in("library").commit();
        assertThat(whole()).containsExactly(difference("library", NESTED, false));
    }

    @Test
    void a_worktree_is_a_repository_of_its_own() {
        folder.git("worktree", "add", "-q", "../tree", "-b", "topic");
        Folder tree = folder.in("../tree");
        String root = folder.path().resolveSibling("tree").toString();
        tree.write("kept", "new\n");

        Repository there = repositories.holding(root + "/kept").orElseThrow();
        assertThat(there.root()).isEqualTo(root);
        assertThat(there.differences(List.of(root), true))
                .contains(List.of(new Difference(root + "/kept", MODIFIED, false)));
        assertThat(whole()).isEmpty();
        assertThat(there.head().orElseThrow().branch()).contains("topic");
    }

    @Test
    void links_are_told_and_followed_only_on_the_way() throws IOException {
        folder.write("inner/file", "1").commit().write("inner/file", "2");
        Files.createSymbolicLink(folder.path().resolve("way"), Path.of("inner"));
        Files.createSymbolicLink(folder.path().resolve("broken"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.path().resolve("out"), folder.home());

        assertThat(at("way/file")).containsExactly(difference("way/file", MODIFIED, false));
        assertThat(at("way", "broken", "out"))
                .extracting(Difference::state)
                .containsExactly(UNTRACKED, UNTRACKED, UNTRACKED);
        assertThat(repository().differences(List.of(folder.of("out/file")), true))
                .isEmpty();
        assertThat(repositories.holding(folder.of("out/file"))).isEmpty();
    }

    @Test
    void a_folder_that_links_lead_to_keeps_the_name_that_was_asked(@TempDir Path elsewhere) throws IOException {
        Path way = Files.createSymbolicLink(elsewhere.toRealPath().resolve("way"), folder.path());
        folder.write("kept", "new\n");

        Repository found = repositories.holding(way + "/kept").orElseThrow();
        assertThat(found.root()).isEqualTo(folder.path().toString());
        assertThat(found.differences(List.of(way + "/kept"), true))
                .contains(List.of(new Difference(way + "/kept", MODIFIED, false)));
    }

    @Test
    void conflicts_are_changes() {
        folder.git("checkout", "-q", "-b", "topic").write("kept", "theirs\n").commit();
        folder.git("checkout", "-q", "main").write("kept", "ours\n").commit();
        assertThat(Stream.of("merge").map(word -> failing(word, "topic"))).hasSize(1);

        assertThat(whole()).containsExactly(difference("kept", MODIFIED, false));
    }

    @Test
    void before_the_first_commit_all_is_new() {
        Folder young =
                folder.in("../young").init().write("a", "1").write("b", "1").git("add", "a");
        String root = folder.path().resolveSibling("young").toString();

        assertThat(repositories.holding(root).orElseThrow().differences(List.of(root), true))
                .contains(List.of(
                        new Difference(root + "/a", ADDED, true), new Difference(root + "/b", UNTRACKED, false)));
        assertThat(young.said("status", "--porcelain")).isNotEmpty();
    }

    @Test
    void a_sparse_tree_lacks_nothing() {
        folder.write("in/a", "1").write("out/b", "1").commit().git("sparse-checkout", "set", "--cone", "in");

        assertThat(folder.path().resolve("out")).doesNotExist();
        assertThat(whole()).isEmpty();
        folder.write("out/b", "2");
        assertThat(whole()).containsExactly(difference("out/b", MODIFIED, false));
    }

    @Test
    void files_that_git_was_told_not_to_look_at_may_have_changed() {
        folder.write("quiet", "1").write("skipped", "1").commit();
        folder.git("update-index", "--assume-unchanged", "quiet").git("update-index", "--skip-worktree", "skipped");
        folder.write("quiet", "mine").write("skipped", "mine");

        assertThat(whole())
                .containsExactly(difference("quiet", MODIFIED, false), difference("skipped", MODIFIED, false));
        assertThat(at("quiet")).containsExactly(difference("quiet", MODIFIED, false));
        assertThat(at("kept")).isEmpty();
    }

    @Test
    void strange_names_are_told_as_they_are() {
        List<String> names = List.of(" front", "*", "-rf", "[a]", "a\nb", "ein Wörtchen", "q\"uo'te", "tab\tbed");
        names.forEach(name -> folder.write("odd/" + name, "1"));

        assertThat(at("odd"))
                .extracting(Difference::path)
                .containsExactlyElementsOf(names.stream()
                        .map(name -> folder.of("odd/" + name))
                        .sorted()
                        .toList());
        assertThat(at("odd/*")).containsExactly(difference("odd/*", UNTRACKED, false));
        assertThat(at("odd/a\nb", "odd/-rf")).hasSize(2);
    }

    @Test
    void names_that_are_no_text_are_seen_and_cannot_be_asked_about() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "mkdir raw && : > \"$(printf 'raw/\\377')\"")
                .directory(folder.path().toFile())
                .start();
        assertThat(process.waitFor()).isZero();

        assertThat(at("raw")).containsExactly(difference("raw/\uFFFD", UNTRACKED, false));
        assertThat(repository().differences(List.of(folder.of("raw/\uFFFD")), true))
                .isEmpty();
    }

    @Test
    void nobody_can_tell_of_paths_outside_and_of_gits_own() {
        assertThat(repository().differences(List.of(folder.home().toString()), true))
                .isEmpty();
        assertThat(repository().differences(List.of(folder.of(".git/config")), true))
                .isEmpty();
        assertThat(repository().differences(List.of("kept"), true)).isEmpty();
        assertThat(repositories.holding(folder.of(".git/config"))).isEmpty();
        assertThat(repositories.holding(folder.home().toString())).isEmpty();
        assertThat(repositories.holding("/")).isEmpty();
        assertThat(repositories.holding("")).isEmpty();
        assertThat(repositories.holding("a\0b")).isEmpty();
    }

    @Test
    void a_bare_repository_has_no_tree() {
        folder.git("clone", "-q", "--bare", ".", "../bare.git");
        Path bare = folder.path().resolveSibling("bare.git");

        assertThat(repositories.holding(bare.toString())).isEmpty();
        assertThat(repositories.holding(bare.resolve("refs/x").toString())).isEmpty();
    }

    private Difference difference(String name, State state, boolean inIndex) {
        return new Difference(folder.of(name), state, inIndex);
    }

    private Optional<String> failing(String... words) {
        try {
            return Optional.of(folder.said(words));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Repository repository() {
        return repositories.holding(folder.of("kept")).orElseThrow();
    }

    private List<Difference> whole() {
        return repository().differences(List.of(repository().root()), true).orElseThrow();
    }

    private List<Difference> at(String... names) {
        return repository()
                .differences(Stream.of(names).map(folder::of).toList(), true)
                .orElseThrow();
    }
}
