package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Verification;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskTest extends DeskCase {
    @Test
    void what_is_harmless_is_allowed_and_recorded() throws Exception {
        assertThat(use(HARMLESS)).contains("\"allow\"");
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.verdict().outcome()).isEqualTo(Outcome.ALLOW);
            assertThat(entry.agent()).isEqualTo("claude-code");
            assertThat(entry.session()).isEqualTo("claude-code:s");
            assertThat(entry.mode()).isEqualTo(Mode.AUTO);
            assertThat(entry.input()).contains(HARMLESS);
        });
    }

    @Test
    void what_is_risky_is_denied_with_the_reason() throws Exception {
        assertThat(use(RISKY)).contains("\"deny\"", "Denied by Greenlane");
        assertThat(entries().get(0).effects()).contains("file-delete");
    }

    @Test
    void the_clients_plan_mode_restricts_whatever_ours_is() {
        assertThat(event("PreToolUse", "touch a", Map.of("permission_mode", "plan")))
                .contains("\"deny\"");
        assertThat(event("PreToolUse", "touch a", Map.of("permission_mode", "bypassPermissions")))
                .contains("\"allow\"");
    }

    @Test
    void a_projects_own_file_can_only_tighten() throws Exception {
        Files.writeString(project.resolve(".greenlane.yaml"), "mode: plan\n");
        assertThat(use("touch a")).contains("\"deny\"");
        Files.writeString(project.resolve(".greenlane.yaml"), "mode: bypassPermissions\n");
        assertThat(use(RISKY)).contains("\"deny\"");
    }

    @Test
    void the_mode_of_a_session_comes_before_the_usual_one() throws Exception {
        use(HARMLESS);
        ledger.sessions().mode("claude-code:s", Optional.of(Mode.PLAN));
        assertThat(use("touch a")).contains("\"deny\"");
    }

    @Test
    void wrong_settings_leave_every_call_to_a_person() throws Exception {
        set("settings.yaml", "mode: yolo\n");
        assertThat(use(HARMLESS)).contains("\"ask\"", "settings.yaml:1");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_policy_file_that_is_set_counts() throws Exception {
        set("settings.yaml", "policy: mine.yaml\n");
        assertThat(use(HARMLESS)).contains("\"ask\"", "mine.yaml");
    }

    @Test
    void switched_off_it_has_no_opinion() throws Exception {
        new Switch(folder).pause(Instant.now(), Duration.ofMinutes(5));
        assertThat(use(RISKY)).isEmpty();
        set("managed.yaml", "bypass: forbidden\n");
        assertThat(use(RISKY)).contains("\"deny\"");
    }

    @Test
    void in_shadow_it_records_and_says_nothing() throws Exception {
        Map<String, Object> body = facts("PreToolUse", "s");
        body.put("tool_name", "Bash");
        body.put("tool_input", Map.of("command", RISKY));
        assertThat(desk.answer(CLAUDE, "", Json.line(body), Optional.empty(), true))
                .isEmpty();
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.shadow()).isTrue();
            assertThat(entry.verdict().outcome()).isEqualTo(Outcome.DENY);
        });
    }

    @Test
    void three_denials_in_a_row_bring_a_person_in() {
        assertThat(use(CLEARABLE)).contains("\"deny\"");
        assertThat(use(CLEARABLE)).contains("\"deny\"");
        assertThat(use(CLEARABLE)).contains("\"ask\"", "denied too often");
        assertThat(use(HARMLESS)).contains("\"allow\"");
        assertThat(use(CLEARABLE)).contains("\"ask\"");
        tell(with(facts("UserPromptSubmit", "s"), "prompt", "Go on, but leave the disk alone."));
        assertThat(use(CLEARABLE)).contains("\"deny\"");
    }

    @Test
    void a_clock_that_is_set_changes_no_verdict_and_loses_no_count() throws Exception {
        assertThat(use(CLEARABLE)).contains("\"deny\"");
        clockSetBy = Duration.ofDays(-400);
        assertThat(use(CLEARABLE)).contains("\"deny\"");
        assertThat(use(HARMLESS)).contains("\"allow\"");
        restart();
        clockSetBy = Duration.ofDays(4000);
        assertThat(use(RISKY)).contains("\"deny\"");
        assertThat(use(CLEARABLE)).contains("\"deny\"");
        clockSetBy = Duration.ofDays(-1);
        assertThat(use(CLEARABLE)).contains("\"ask\"", "denied too often");
        assertThat(entries()).hasSize(6);
        assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_subagents_denials_are_its_parents() throws Exception {
        for (int i = 0; i < 3; i++) {
            event("PreToolUse", CLEARABLE, Map.of("agent_id", "child", "agent_type", "worker"));
        }
        assertThat(use(CLEARABLE)).contains("\"ask\"");
        assertThat(entries().get(0).parent()).contains("claude-code:s");
    }

    @Test
    void what_nobody_can_clear_stays_denied_however_often_it_is_tried() {
        for (int i = 0; i < 4; i++) {
            assertThat(use(RISKY)).contains("\"deny\"");
        }
        assertThat(use(RISKY)).contains("denied too often");
    }

    @Test
    void a_permission_dialog_gets_the_verdict_that_was_given() throws Exception {
        use(RISKY);
        assertThat(event("PermissionRequest", RISKY, Map.of())).contains("\"deny\"");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_script_written_in_one_call_is_known_in_the_next() {
        Map<String, Object> write = facts("PreToolUse", "s");
        write.put("tool_name", "Write");
        write.put(
                "tool_input",
                Map.of("file_path", project + "/clean.sh", "content", "#!/bin/sh\ngit push --force origin main\n"));
        assertThat(tell(write)).contains("\"allow\"");
        assertThat(use("sh clean.sh")).contains("\"deny\"");
    }

    @Test
    void an_event_that_cannot_be_read_is_left_to_a_person() {
        assertThat(desk.answer(CLAUDE, "PreToolUse", "{\"hook_event_name\":", Optional.empty(), false))
                .contains("\"ask\"");
    }

    @Test
    void without_the_ledger_nothing_is_allowed() throws Exception {
        ledger.close();
        assertThat(use(HARMLESS)).contains("\"ask\"", "cannot record");
    }

    @Test
    void a_persons_own_rules_count_and_a_projects_only_where_they_tighten() throws Exception {
        set("settings.yaml", "rules: [mine.yaml]\n");
        set("mine.yaml", "deny: [\"Bash(make release:*)\"]\nallow: [\"Bash(frobnicate:*)\"]\n");
        assertThat(use("make release now")).contains("\"deny\"", "Bash(make release:*)");
        assertThat(use("frobnicate --all")).contains("\"allow\"");
        Files.writeString(project.resolve("theirs.yaml"), "deny: [\"Bash(make:*)\"]\nallow: [\"Bash(blow-up:*)\"]\n");
        Files.writeString(project.resolve(".greenlane.yaml"), "rules: theirs.yaml\n");
        assertThat(use("make docs")).contains("\"deny\"");
        assertThat(use("blow-up")).contains("\"ask\"");
        set("mine.yaml", "deny: [\"(\"]\n");
        assertThat(use(HARMLESS)).contains("\"ask\"", "file of rules");
    }
}
