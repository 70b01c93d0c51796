package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code greenlane undo}, after calls that a hook let through and that really ran, with a service of its own. */
@DisabledOnOs(OS.WINDOWS)
class UndoCommandTest extends ServedCase {
    private int calls;

    private Run run(String input, Map<String, String> more, String... arguments) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", home.toString(), "COLUMNS", "120"));
        environment.putAll(more);
        return Run.in(project, environment, input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private Run undo(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "undo";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run("", Map.of(), all);
    }

    /** A call as Claude Code makes it: the hook is asked, then a person where it asks; the command runs, the hook is told. */
    private void call(String command) throws Exception {
        String id = "t" + ++calls;
        assertThat(hook("PreToolUse", command, id)).doesNotContain("\"deny\"");
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(project.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        hook("PostToolUse", command, id);
    }

    private String hook(String event, String command, String id) {
        Map<String, Object> body = event("s", command);
        body.put("hook_event_name", event);
        body.put("tool_use_id", id);
        body.put("tool_response", Map.of("stdout", ""));
        return run(Json.line(body), Map.of(), "hook", "claude-code").out();
    }

    @Test
    void the_last_call_is_taken_back_after_a_yes_and_that_too() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "before\n");
        call("echo after > a.txt");

        Run no = run("n", Map.of(), "undo");
        assertThat(no.code()).isEqualTo(Exit.DENY);
        assertThat(no.out()).contains("Undo s1: Bash  echo after > a.txt", "as it was   a.txt", "Nothing was changed");
        assertThat(file).hasContent("after\n");

        Run yes = run("y", Map.of(), "undo");
        assertThat(yes.code()).isEqualTo(Exit.OK);
        assertThat(yes.out()).contains("1 path is as before", "greenlane undo s2");
        assertThat(file).hasContent("before\n");

        assertThat(undo("--yes").err()).contains("nothing to undo");
        assertThat(undo("--yes", "s2").code()).isEqualTo(Exit.OK);
        assertThat(file).hasContent("after\n");
    }

    @Test
    void it_steps_back_call_by_call() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "0\n");
        call("echo 1 > a.txt");
        call("echo 2 > a.txt");
        call("echo 3 > a.txt");
        undo("-y");
        assertThat(file).hasContent("2\n");
        undo("-y");
        assertThat(file).hasContent("1\n");
        undo("-y");
        assertThat(file).hasContent("0\n");
    }

    @Test
    void a_session_is_taken_back_at_once() throws Exception {
        Path a = Files.writeString(project.resolve("a.txt"), "a\n");
        Path b = Files.writeString(project.resolve("b.txt"), "b\n");
        call("echo x > a.txt");
        call("mv a.txt b.txt");
        call("echo new > c.txt");
        Run all = undo("--session", "claude-code:s", "--yes");
        assertThat(all.out()).contains("Undo 3 calls of claude-code:s");
        assertThat(a).hasContent("a\n");
        assertThat(b).hasContent("b\n");
        assertThat(project.resolve("c.txt")).doesNotExist();
    }

    @Test
    void a_call_is_named_as_the_list_or_the_log_names_it() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "before\n");
        call("echo after > a.txt");
        call("ls");
        assertThat(undo("--list").out()).contains("s1 ", "echo after > a.txt", "1 file, 7 bytes; a.txt");
        assertThat(undo("--list", "--json").out()).contains("\"id\":\"s1\"", "\"call\":1", "\"undone\":false");
        assertThat(run("", Map.of(), "log").out()).contains("(undo s1)");
        assertThat(undo("#1", "--yes").code()).isEqualTo(Exit.OK);
        assertThat(file).hasContent("before\n");
        assertThat(undo("--list").out()).contains("(undone)", "undo of s1");
        assertThat(undo("s9").err()).contains("nothing kept as s9");
        assertThat(undo("2").err()).contains("nothing was kept for call 2");
    }

    @Test
    void newer_work_is_named_and_left() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "before\n");
        call("echo after > a.txt");
        Files.writeString(file, "mine, newer\n");
        Run careful = undo("--yes");
        assertThat(careful.code()).isEqualTo(Exit.ASK);
        assertThat(careful.out()).contains("Changed since the call", "a.txt", "--force");
        assertThat(file).hasContent("mine, newer\n");
        assertThat(undo("--yes", "--force").code()).isEqualTo(Exit.OK);
        assertThat(file).hasContent("before\n");
    }

    @Test
    void the_difference_is_shown_without_a_change() throws Exception {
        Path file = Files.writeString(project.resolve("a.txt"), "one\ntwo\n");
        call("sed -i s/two/2/ a.txt");
        assertThat(undo("--diff").out()).contains("-2", "+two", " one");
        assertThat(undo("--dry-run").out()).contains("as it was   a.txt");
        assertThat(file).hasContent("one\n2\n");
    }

    @Test
    void an_agent_cannot_run_it() {
        Run run = run("", Map.of("CLAUDECODE", "1"), "undo", "--list");
        assertThat(run.code()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains("only a person");
        assertThat(hook("PreToolUse", "greenlane undo --yes", "x")).contains("\"deny\"");
        assertThat(hook("PreToolUse", "rm -rf ~/.local/state/greenlane/snapshots", "x"))
                .contains("\"deny\"");
        assertThat(hook("PreToolUse", "cat ~/.local/state/greenlane/snapshots/1/pack", "x"))
                .contains("\"deny\"");
    }

    @Test
    void where_nothing_was_kept_it_says_so() {
        assertThat(undo("--list").out()).isEqualTo("Nothing was kept yet.\n");
        assertThat(undo("--yes").err()).contains("nothing to undo");
    }
}
