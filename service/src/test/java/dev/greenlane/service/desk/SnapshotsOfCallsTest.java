package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.store.snapshot.Plan;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.store.snapshot.Step;
import dev.greenlane.store.snapshot.Undo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Calls that really run in a throw-away project: what the hook let through, an undo takes back. */
@DisabledOnOs(OS.WINDOWS)
class SnapshotsOfCallsTest extends DeskCase {

    /** Whatever else the machine does meanwhile. */
    private static final String PATIENT = "snapshot-millis: 60000\n";

    private int calls;

    @BeforeEach
    void takeTime() throws Exception {
        set("settings.yaml", PATIENT);
    }

    private Snapshots store() {
        return new Snapshots(folder.resolve("snapshots"));
    }

    private Path file(String name, String text) throws Exception {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void run(String command) throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command + ": " + said).isZero();
    }

    private void repository() throws Exception {
        run("git init -q -b main && git config user.email a@b.c && git config user.name n && git add -A"
                + " && git commit -q -m one");
    }

    /** Asks the hook, runs the command whatever it said, and tells the hook. */
    private String call(String command) throws Exception {
        String id = "t" + ++calls;
        String answer = event("PreToolUse", command, Map.of("tool_use_id", id));
        run(command);
        event("PostToolUse", command, Map.of("tool_use_id", id, "tool_response", Map.of("stdout", "")));
        return answer;
    }

    private Undo.Outcome undo() throws Exception {
        Snapshot last = store().all().stream()
                .filter(snapshot -> snapshot.undoes().isEmpty() && !snapshot.isUndone())
                .reduce((one, other) -> other)
                .orElseThrow();
        assertThat(last.isOver()).isTrue();
        Plan plan = store().plan(List.of(last.number()));
        Undo.Outcome outcome = store().undo().run(plan, false, Instant.now());
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.skipped()).isEmpty();
        return outcome;
    }

    private void isUndone(String command, Path... files) throws Exception {
        Map<Path, String> before = new LinkedHashMap<>();
        for (Path each : files) {
            before.put(each, Files.readString(each));
        }
        String answer = call(command);
        assertThat(answer).as(command).doesNotContain("\"deny\"");
        undo();
        for (Path each : files) {
            assertThat(each).as(command).hasContent(before.get(each));
        }
    }

    @Test
    void files_that_commands_change_are_brought_back() throws Exception {
        Path a = file("a.txt", "one\ntwo\n");
        Path b = file("b.txt", "b\n");
        Path deep = file("dir/deep/c.txt", "c\n");
        isUndone("rm a.txt", a);
        isUndone("rm -rf dir", deep);
        isUndone("rm -f *.txt", a, b);
        isUndone("mv a.txt b.txt", a, b);
        isUndone("mv b.txt dir/", b);
        assertThat(project.resolve("dir/b.txt")).doesNotExist();
        isUndone("sed -i s/one/1/ a.txt", a);
        isUndone("truncate -s 0 a.txt", a);
        isUndone("echo x > a.txt", a);
        isUndone("echo x >> a.txt", a);
        isUndone("cp b.txt a.txt", a);
        isUndone("find . -name '*.txt' -delete", a, b, deep);
        isUndone("find . -name '*.txt' -exec rm {} +", a, b, deep);
        isUndone("find . -name '*.txt' | xargs rm", a, b, deep);
        isUndone("X=dir; rm -rf \"$X\"", deep);
    }

    @Test
    void what_the_contents_of_a_folder_are_copied_over_is_brought_back() throws Exception {
        file("new/a.txt", "new\n");
        file("new/.hidden", "new\n");
        file("new/sub/b.txt", "new\n");
        file("new/fresh.txt", "new\n");
        Path a = file("old/a.txt", "a\n");
        Path hidden = file("old/.hidden", "hidden\n");
        Path b = file("old/sub/b.txt", "b\n");
        Path other = file("old/other.txt", "other\n");
        isUndone("cp -r new/. old", a, hidden, b);
        assertThat(store().all().getLast().paths()).noneMatch(other::equals);
        assertThat(project.resolve("old/fresh.txt")).doesNotExist();
        isUndone("cp -rT new old", a, hidden, b);
        isUndone("cd new && cp -a . ../old", a, hidden, b);
        use("rsync -a new/ old/");
        assertThat(store().all().getLast().paths()).contains(a, hidden, b.getParent());
    }

    @Test
    void a_pattern_may_stand_in_several_parts_of_a_path() throws Exception {
        Path a = file("d/a/x.log", "a\n");
        Path b = file("d/b/y.log", "b\n");
        Path other = file("d/b/y.txt", "other\n");
        Path deeper = file("d/b/c/z.log", "deeper\n");
        file("d/readme.log", "no folder\n");
        isUndone("rm d/*/*.log", a, b);
        assertThat(store().all().getLast().paths()).noneMatch(path -> path.equals(other) || path.equals(deeper));
        isUndone("sed -i s/a/b/ d/[ab]/?.log", a, b);
        isUndone("rm -r d/*/c", deeper);
        isUndone("rm -rf */b", b, other, deeper);
    }

    @Test
    void work_that_git_throws_away_is_brought_back() throws Exception {
        file("a.txt", "committed\n");
        file(".gitignore", "*.env\n");
        repository();
        Path a = file("a.txt", "changed\n");
        Path fresh = file("fresh.txt", "untracked\n");
        Path ignored = file("x.env", "ignored\n");
        isUndone("git checkout -- .", a);
        isUndone("git restore a.txt", a);
        isUndone("git clean -fdxq", fresh, ignored);
        run("git stash push -q");
        isUndone("git stash drop -q");
        run("git stash pop -q");
        assertThat(a).hasContent("changed\n");
        run("git add a.txt");
        isUndone("git reset -q --hard", a);
        Process staged = new ProcessBuilder("git", "diff", "--cached", "--name-only")
                .directory(project.toFile())
                .start();
        assertThat(new String(staged.getInputStream().readAllBytes())).isEqualTo("a.txt\n");
    }

    @Test
    void a_branch_that_was_set_back_is_brought_back_with_its_files() throws Exception {
        Path a = file("a.txt", "one\n");
        repository();
        file("a.txt", "two\n");
        Path second = file("second.txt", "second\n");
        run("git add -A && git commit -q -m two");
        isUndone("git reset -q --hard HEAD~1", a, second);
        run("test -z \"$(git status --porcelain)\" && git log --oneline | grep -q two");
    }

    @Test
    void the_repository_itself_is_left_as_it_is() throws Exception {
        file("a.txt", "committed\n");
        repository();
        file("a.txt", "changed\n");
        run("find .git -type f | sort | xargs sha256sum > ../before");
        use("git reset --hard");
        run("find .git -type f | sort | xargs sha256sum > ../after");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
        assertThat(store().all()).hasSize(1);
    }

    @Test
    void edits_by_tools_are_undone_and_so_are_files_they_made() throws Exception {
        Path a = file("a.txt", "before\n");
        Map<String, Object> edit = Map.of("file_path", a.toString(), "old_string", "before", "new_string", "after");
        tool("PreToolUse", "Edit", edit);
        Files.writeString(a, "after\n");
        tool("PostToolUse", "Edit", edit);
        undo();
        assertThat(a).hasContent("before\n");

        Path fresh = project.resolve("new/b.txt");
        Map<String, Object> write = Map.of("file_path", fresh.toString(), "content", "b");
        tool("PreToolUse", "Write", write);
        file("new/b.txt", "b");
        tool("PostToolUse", "Write", write);
        undo();
        assertThat(fresh.getParent()).doesNotExist();
    }

    private String tool(String event, String tool, Map<String, Object> input) {
        Map<String, Object> body = facts(event, "s");
        body.put("tool_name", tool);
        body.put("tool_input", input);
        body.put("tool_use_id", "u" + System.nanoTime());
        body.put("tool_response", "");
        return tell(body);
    }

    @Test
    void what_loses_nothing_keeps_nothing() throws Exception {
        file("a.txt", "a");
        use("ls");
        use("cat a.txt");
        use("git status");
        use("mkdir -p a/b");
        use("rm nothing-there");
        assertThat(store().all()).allMatch(snapshot -> snapshot.files() == 0);
    }

    @Test
    void a_denied_call_keeps_nothing_and_one_that_a_person_is_asked_about_does() throws Exception {
        file("data/a.txt", "only copy");
        assertThat(use("rm -rf /")).contains("deny");
        assertThat(store().all()).isEmpty();
        assertThat(use("rm -rf data")).contains("\"ask\"", "greenlane undo");
        assertThat(store().all()).hasSize(1);
    }

    @Test
    void the_ledger_tells_the_snapshot() throws Exception {
        file("a.txt", "a");
        use("rm a.txt");
        Map<String, Object> facts = Json.object(entries().getLast().facts());
        assertThat(facts.get("snapshot"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("id", "s1")
                .containsKey("hash");
    }

    @Test
    void what_cannot_be_kept_is_asked_about_unless_the_settings_let_it_pass() throws Exception {
        file("a.txt", "x".repeat(2_000_000));
        set("settings.yaml", PATIENT + "snapshot-megabytes: 1\n");
        assertThat(use("sed -i s/x/y/ a.txt")).contains("\"ask\"").contains("cannot be kept");
        set("settings.yaml", PATIENT + "snapshot-megabytes: 1\nsnapshot-missing: allow\n");
        assertThat(use("sed -i s/x/z/ a.txt")).contains("\"allow\"");
        set("settings.yaml", PATIENT + "snapshots: off\n");
        assertThat(use("sed -i s/x/w/ a.txt")).contains("\"allow\"");
        assertThat(store().all()).isEmpty();
    }

    private static final String UNDOABLE = """
        exceptions:
          - id: can-be-undone
            title: What greenlane undo brings back
            clears: [lose-files, lose-content, lose-work]
            effects: [file-delete, file-write, vcs-local-loss]
            when: loss.undoable
        """;

    @Test
    void a_policy_may_let_the_only_copy_go_where_it_can_be_undone() throws Exception {
        set("undoable.yaml", UNDOABLE);
        set("settings.yaml", PATIENT + "policy: undoable.yaml\n");
        Path only = file("data/a.txt", "only copy");
        assertThat(call("rm -rf data")).contains("\"allow\"");
        undo();
        assertThat(only).hasContent("only copy");
        file("b.txt", "committed\n");
        repository();
        isUndone("echo x > b.txt && git checkout -- b.txt", file("b.txt", "changed\n"));
        assertThat(use("git reset --hard")).contains("\"allow\"");
    }

    @Test
    void such_a_policy_asks_where_it_does_not_fit_or_nothing_is_kept() throws Exception {
        set("undoable.yaml", UNDOABLE);
        file("data/a.txt", "x".repeat(2_000_000));
        set("settings.yaml", PATIENT + "policy: undoable.yaml\nsnapshot-megabytes: 1\nsnapshot-missing: allow\n");
        assertThat(use("rm -rf data")).contains("\"ask\"", "nothing brings it back");
        set("settings.yaml", PATIENT + "policy: undoable.yaml\nsnapshots: off\n");
        assertThat(use("rm -rf data && true")).contains("\"ask\"", "nothing brings it back");
    }

    @Test
    void what_was_let_through_because_it_can_be_kept_is_asked_about_where_keeping_fails() throws Exception {
        set("undoable.yaml", UNDOABLE);
        set("settings.yaml", PATIENT + "policy: undoable.yaml\nsnapshot-missing: allow\n");
        set("snapshots", "a file where the store should be");
        file("data/a.txt", "only copy");
        assertThat(use("rm -rf data")).contains("\"ask\"", "cannot be kept");
    }

    @Test
    void in_bypass_too() throws Exception {
        Path a = file("a.txt", "a");
        set("settings.yaml", PATIENT + "mode: bypassPermissions\n");
        isUndone("rm a.txt", a);
    }

    @Test
    void the_last_call_before_newer_work_of_the_user_leaves_that_work() throws Exception {
        Path a = file("a.txt", "before\n");
        call("echo agent > a.txt");
        Files.writeString(a, "the user was here\n");
        Plan plan = store().plan(List.of(store().all().getLast().number()));
        assertThat(plan.since()).extracting(Step::path).containsExactly(a);
    }
}
