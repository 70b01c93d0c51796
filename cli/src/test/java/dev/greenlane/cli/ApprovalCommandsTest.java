package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a person types to approve, with a service of its own. */
class ApprovalCommandsTest extends ServedCase {
    private static final String PUSH = "git push --force origin feature";

    private Run run(String... arguments) {
        return typing("", arguments);
    }

    private Run typing(String keys, String... arguments) {
        return Run.in(
                project,
                Map.of("HOME", home.toString(), "COLUMNS", "100"),
                keys.getBytes(StandardCharsets.UTF_8),
                arguments);
    }

    private String hook(String agent, String command) {
        return typing(Json.line(event("s", command)), "hook", agent).out();
    }

    @Test
    void what_was_stopped_last_is_approved_once() {
        assertThat(hook("claude-code", PUSH)).contains("deny");
        Run allow = run("allow", "LAST");
        assertThat(allow.out()).contains("g1  vcs-remote-change origin/feature", "for one call", "--revoke g1");
        assertThat(hook("claude-code", PUSH)).contains("allow");
        assertThat(hook("claude-code", PUSH)).contains("deny");
        assertThat(run("grants").out()).isEqualTo("No grants.\n");
        assertThat(run("grants", "--all").out()).contains("g1  ", "used ", "with greenlane allow for call 1");
    }

    @Test
    void a_call_is_approved_by_its_number_in_the_log_and_the_log_says_who_let_the_next_one_through() {
        hook("claude-code", PUSH);
        hook("claude-code", "ls");
        assertThat(run("log").out()).contains("#1   Rule: force-push");
        assertThat(run("allow", "1", "--session", "--this-target").code()).isZero();
        assertThat(hook("claude-code", "git push -f origin feature")).contains("allow");
        assertThat(hook("claude-code", "git push -f origin main")).contains("deny");
        assertThat(run("log").out())
                .contains("grant  g1  vcs-remote-change origin/feature  (session)", "Allowed by grant g1: ");
        assertThat(run("stats").out()).contains("by grant", "1  g1").contains("consent");
    }

    @Test
    void what_was_approved_then_is_approved_when_the_session_is_replayed() {
        hook("claude-code", PUSH);
        run("allow", "LAST");
        hook("claude-code", PUSH);
        hook("claude-code", PUSH);
        run("allow", "LAST", "--session");
        hook("claude-code", PUSH);
        run("grants", "--revoke", "g2");
        assertThat(run("replay", "claude-code:s").out()).endsWith("4 calls, 0 with another verdict\n");
    }

    @Test
    void a_rule_is_approved_for_a_project_until_a_time() {
        hook("claude-code", PUSH);
        assertThat(run("allow", "LAST", "--this-rule", "--until", "2h").out())
                .contains("whatever the rule force-push speaks of", "in " + project);
        assertThat(hook("codex", "git push --force origin main")).isEmpty();
        assertThat(run("grants", "--revoke", "g1").out()).startsWith("g1 is revoked");
        assertThat(hook("codex", "git push --force origin main")).contains("deny");
        assertThat(run("grants", "--revoke", "g1").code()).isEqualTo(1);
        assertThat(run("grants", "--json").lines()).singleElement().satisfies(line -> {
            Fields grant = Fields.read(line);
            assertThat(grant.anyText("how")).isEqualTo("revoked");
            assertThat(grant.anyText("rule")).isEqualTo("force-push");
            assertThat(grant.isTrue("holds")).isFalse();
        });
    }

    @Test
    void what_cannot_be_approved_is_refused_with_the_reason() {
        assertThat(run("allow", "LAST").err()).contains("no such call");
        hook("claude-code", "rm -rf /");
        Run hard = run("allow", "LAST", "--session");
        assertThat(hard.code()).isEqualTo(1);
        assertThat(hard.err()).contains("is hard, and nothing clears it");
        assertThat(run("allow", "7").code()).isEqualTo(1);
        assertThat(run("allow", "soon").err()).contains("no number");
        assertThat(run("allow", "LAST", "--until", "yesterday").code()).isEqualTo(2);
        assertThat(run("allow", "LAST", "--once", "--session").code()).isEqualTo(2);
    }

    @Test
    void a_command_that_an_agent_runs_approves_nothing() {
        hook("claude-code", PUSH);
        Run run = Run.in(
                project, Map.of("HOME", home.toString(), "CLAUDECODE", "1"), new byte[0], "allow", "LAST", "--session");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("only a person does this");
        assertThat(hook("claude-code", PUSH)).contains("deny");
    }

    @Test
    void questions_of_agents_that_cannot_ask_are_answered_with_a_key() {
        assertThat(run("approve").err()).isEqualTo("Nothing waits.\n");
        assertThat(hook("codex", "npm publish")).contains("deny");
        Run listed = run("approve", "--json");
        assertThat(listed.code()).isEqualTo(10);
        assertThat(listed.out()).contains("\"call\":\"npm publish\"", "\"waits\":false");
        assertThat(typing("?\n", "approve").code()).isEqualTo(10);
        Run approved = typing("y\n", "approve");
        assertThat(approved.code()).isZero();
        assertThat(approved.out()).contains("npm publish", "y once", "g1  ", "let the agent try again");
        assertThat(hook("codex", "npm publish")).isEmpty();
        assertThat(hook("codex", "npm publish")).contains("deny");
        assertThat(run("approve", "2", "no").code()).isEqualTo(20);
        assertThat(run("approve").code()).isZero();
    }

    @Test
    void a_script_waits_for_a_question_and_the_call_for_the_answer() throws Exception {
        CompletableFuture<Run> watcher = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> watcher.complete(run("approve", "--wait", "30", "--json")));
        CompletableFuture<String> call = new CompletableFuture<>();
        // The call waits only where the watcher came first; where it did not, it is listed all the same.
        Thread.ofPlatform().start(() -> call.complete(hook("codex", "npm publish")));
        Run question = watcher.get(30, TimeUnit.SECONDS);
        assertThat(question.code()).isEqualTo(10);
        Fields ask = Fields.read(question.lines().get(0));
        assertThat(run("approve", String.valueOf(ask.value("ask")), "session").code())
                .isZero();
        String answer = call.get(30, TimeUnit.SECONDS);
        assertThat(answer.isEmpty() || answer.contains("deny")).isTrue();
        assertThat(hook("codex", "npm publish")).isEmpty();
    }

    @Test
    void times_to_come_are_read_as_people_write_them() {
        ZonedDateTime noon = ZonedDateTime.of(2026, 3, 14, 12, 0, 0, 0, ZoneOffset.UTC);
        assertThat(Until.read("30m", noon)).isEqualTo(Instant.parse("2026-03-14T12:30:00Z"));
        assertThat(Until.read("18:00", noon)).isEqualTo(Instant.parse("2026-03-14T18:00:00Z"));
        assertThat(Until.read("09:00", noon)).isEqualTo(Instant.parse("2026-03-15T09:00:00Z"));
        assertThat(Until.read("2026-12-31", noon)).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
    }
}
