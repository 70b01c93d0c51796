package dev.greenlane.world.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.Head;
import dev.greenlane.engine.look.Repository.Remote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches, remotes, commits and stashes of repositories that the real git made. */
class CommitsTest {
    private static final GitRepositories.Limits PATIENT =
            new GitRepositories.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

    private Folder source;
    private Folder folder;
    private GitRepositories repositories;

    @BeforeEach
    void clones_a_repository(@TempDir Path under) throws IOException {
        source = Folder.repository(under.toRealPath());
        source.git("clone", "-q", ".", "../clone");
        folder = new Folder(source.path().resolveSibling("clone"), source.home());
        repositories = new GitRepositories(source.environment(), PATIENT);
    }

    @Test
    void tells_what_is_checked_out_and_how_far_it_is_from_upstream() {
        assertThat(head()).isEqualTo(new Head(id("HEAD"), Optional.of("main"), Optional.of("origin/main"), 0, 0));

        source.write("a", "1").commit();
        folder.git("fetch", "-q").write("b", "1").commit().write("b", "2").commit();
        assertThat(head()).isEqualTo(new Head(id("HEAD"), Optional.of("main"), Optional.of("origin/main"), 2, 1));

        folder.git("pack-refs", "--all");
        assertThat(head()).isEqualTo(new Head(id("HEAD"), Optional.of("main"), Optional.of("origin/main"), 2, 1));
    }

    @Test
    void a_branch_may_follow_nothing_or_what_is_gone_or_a_local_one() {
        folder.git("checkout", "-q", "-b", "feature/one");
        assertThat(head().branch()).contains("feature/one");
        assertThat(head().upstream()).isEmpty();

        folder.git("branch", "-q", "--set-upstream-to=main");
        assertThat(head().upstream()).contains("main");

        folder.git("config", "branch.feature/one.remote", "origin")
                .git("config", "branch.feature/one.merge", "refs/heads/gone");
        assertThat(head().upstream()).isEmpty();
    }

    @Test
    void a_head_may_be_a_commit_or_not_yet_one() {
        folder.git("checkout", "-q", "--detach");
        assertThat(head()).isEqualTo(new Head(id("HEAD"), Optional.empty(), Optional.empty(), 0, 0));

        folder.git("checkout", "-q", "--orphan", "fresh");
        assertThat(head()).isEqualTo(new Head(Optional.empty(), Optional.of("fresh"), Optional.empty(), 0, 0));
        assertThat(repository().unpushed()).contains(0);
    }

    @Test
    void names_what_the_last_commit_has_in_a_file() {
        folder.write("d/a\nb", "1").commit().write("d/a\nb", "2").write("new", "1");

        assertThat(repository().committed(folder.of("d/a\nb"))).isEqualTo(id("HEAD:d/a\nb"));
        assertThat(repository().committed(folder.of("kept"))).isEqualTo(id("HEAD:kept"));
        for (String none : List.of("d", "new", "d/a\nb/c", ".git/config", "", "../source/kept")) {
            assertThat(repository().committed(folder.of(none))).as(none).isEmpty();
        }
    }

    @Test
    void counts_commits_that_only_one_branch_leads_to() {
        folder.git("checkout", "-q", "-b", "topic")
                .write("a", "1")
                .commit()
                .write("a", "2")
                .commit();
        String topic = "refs/heads/topic";

        assertThat(only(topic)).contains(0);
        assertThat(only(topic, topic)).contains(2);
        assertThat(repository().commitsOnlyIn("HEAD", Set.of(topic), List.of("HEAD~1")))
                .contains(1);
        assertThat(repository().commitsOnlyIn("HEAD~1", Set.of(topic), List.of()))
                .contains(1);
        folder.git("tag", "kept");
        assertThat(only(topic, topic)).contains(0);
        assertThat(only(topic, topic, "refs/tags/kept")).contains(2);
        assertThat(only("refs/heads/missing", topic)).isEmpty();
    }

    @Test
    void takes_nothing_but_revisions_and_references() {
        assertThat(only("--all")).isEmpty();
        assertThat(only("HEAD..main")).isEmpty();
        assertThat(only("")).isEmpty();
        assertThat(only("HEAD", "refs/heads/*")).isEmpty();
        assertThat(repository().commitsOnlyIn("HEAD", Set.of(), List.of("--all")))
                .isEmpty();
    }

    @Test
    void counts_commits_that_are_on_no_remote() {
        assertThat(repository().unpushed()).contains(0);

        folder.write("a", "1")
                .commit()
                .git("checkout", "-q", "-b", "topic")
                .write("a", "2")
                .commit();
        folder.git("checkout", "-q", "--detach").write("a", "3").commit();
        assertThat(repository().unpushed()).contains(3);

        folder.git("push", "-q", "origin", "HEAD:refs/heads/saved");
        assertThat(repository().unpushed()).contains(0);
        assertThat(repositories.holding(source.of("kept")).orElseThrow().unpushed())
                .contains(4);
    }

    @Test
    void counts_stashes_from_every_working_tree() {
        assertThat(repository().stashes()).contains(0);
        folder.write("kept", "1").git("stash", "-q").write("kept", "2").git("stash", "-q");
        folder.git("worktree", "add", "-q", "../tree", "-b", "topic");

        assertThat(repository().stashes()).contains(2);
        String tree = folder.path().resolveSibling("tree").toString();
        assertThat(repositories.holding(tree).orElseThrow().stashes()).contains(2);
    }

    @Test
    void tells_remotes_with_the_address_that_pushes_go_to() {
        assertThat(repository().remotes()).contains(List.of(new Remote("origin", source.of("."))));
        assertThat(repositories.holding(source.of("kept")).orElseThrow().remotes())
                .contains(List.of());

        folder.git("remote", "add", "two", "short:team/code")
                .git("config", "--add", "url.https://example.com/.insteadOf", "short:")
                .git("config", "--add", "url.https://example.com/all/.insteadOf", "short:team")
                .git("remote", "add", "three", "short:x")
                .git("config", "remote.three.pushurl", "git@example.org:x")
                .git("config", "--add", "remote.three.pushurl", "short:y")
                .git("config", "--add", "url.ssh://example.net/.pushInsteadOf", "https://example.net/")
                .git("remote", "add", "four.five", "https://example.net/z");

        assertThat(repository().remotes().orElseThrow())
                .containsExactly(
                        new Remote("origin", source.of(".")),
                        new Remote("two", "https://example.com/all//code"),
                        new Remote("three", "git@example.org:x"),
                        new Remote("three", "https://example.com/y"),
                        new Remote("four.five", "ssh://example.net/z"));
        assertThat(folder.said("remote", "get-url", "--push", "two")).isEqualTo("https://example.com/all//code");
        assertThat(folder.said("remote", "get-url", "--push", "--all", "three"))
                .isEqualTo("git@example.org:x\nhttps://example.com/y");
        assertThat(folder.said("remote", "get-url", "--push", "four.five")).isEqualTo("ssh://example.net/z");
    }

    @Test
    void tells_branches_of_remotes_as_they_were_last_seen() {
        assertThat(repository().defaultBranch("origin")).contains("main");
        assertThat(repository().defaultBranch("other")).isEmpty();
        assertThat(repository().remoteBranch("origin", "main")).isEqualTo(id("refs/remotes/origin/main"));
        assertThat(repository().remoteBranch("origin", "missing")).isEmpty();
        assertThat(repository().remoteBranch("other", "main")).isEmpty();

        folder.git("config", "remote.origin.fetch", "+refs/heads/*:refs/upstream/*")
                .git("fetch", "-q");
        assertThat(repository().remoteBranch("origin", "main")).isEqualTo(id("refs/upstream/main"));
    }

    @Test
    void settings_that_are_included_and_change_count_at_once() {
        assertThat(repository().remotes().orElseThrow()).hasSize(1);
        folder.git("config", "include.path", "../more");
        assertThat(repository().remotes().orElseThrow()).hasSize(1);
        folder.write("more", "[remote \"more\"]\n\turl = https://example.com/more\n");
        assertThat(repository().remotes().orElseThrow()).hasSize(2);
    }

    @Test
    void a_shallow_clone_counts_what_it_has() {
        source.write("a", "1").commit();
        source.git("clone", "-q", "--depth=1", "file://" + source.path(), "../shallow");
        Folder shallow = new Folder(source.path().resolveSibling("shallow"), source.home());
        shallow.write("b", "1").commit();

        Repository repository = repositories.holding(shallow.of("kept")).orElseThrow();
        assertThat(repository.unpushed()).contains(1);
        assertThat(repository.head().orElseThrow().ahead()).isEqualTo(1);
    }

    private Optional<Integer> only(String revision, String... without) {
        return repository().commitsOnlyIn(revision, Set.of(without), List.of());
    }

    private Optional<String> id(String revision) {
        return Optional.of(folder.said("rev-parse", revision));
    }

    private Head head() {
        return repository().head().orElseThrow();
    }

    private Repository repository() {
        return repositories.holding(folder.of("kept")).orElseThrow();
    }
}
