package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.review.Mode;
import dev.greenlane.store.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionMemoryTest extends DeskCase {
    private static final String SCRIPT = "printf '#!/bin/sh\\ngit push --force origin main\\n' > clean.sh";
    private static final Map<String, Object> CHILD = Map.of("agent_id", "child", "agent_type", "worker");

    private String inChild(String command) {
        return event("PreToolUse", command, CHILD);
    }

    @Test
    void what_a_subagent_writes_its_parent_knows() {
        assertThat(inChild(SCRIPT)).contains("\"allow\"");
        assertThat(use("sh clean.sh")).contains("\"deny\"");
    }

    @Test
    void what_a_session_wrote_its_subagents_know() {
        assertThat(use(SCRIPT)).contains("\"allow\"");
        assertThat(inChild("sh clean.sh")).contains("\"deny\"");
    }

    @Test
    void what_was_written_is_known_when_the_service_was_started_again() throws Exception {
        assertThat(use(SCRIPT)).contains("\"allow\"");
        restart();
        assertThat(use("sh clean.sh")).contains("\"deny\"");
        restart();
        assertThat(inChild("sh clean.sh")).contains("\"deny\"");
    }

    @Test
    void another_session_is_not_taken_for_this_one() throws Exception {
        assertThat(use(SCRIPT)).contains("\"allow\"");
        restart();
        Map<String, Object> other = facts("PreToolUse", "other");
        other.put("tool_name", "Bash");
        other.put("tool_input", Map.of("command", "sh clean.sh"));
        assertThat(tell(other)).doesNotContain("force");
    }

    @Test
    void what_was_denied_is_not_remembered() throws Exception {
        assertThat(use(SCRIPT + " && rm -rf /")).contains("\"deny\"");
        restart();
        assertThat(use("sh clean.sh")).doesNotContain("force");
    }

    @Test
    void a_subagent_has_its_parents_mode() throws Exception {
        use(HARMLESS);
        ledger.sessions().mode("claude-code:s", Optional.of(Mode.PLAN));
        assertThat(inChild("touch a")).contains("\"deny\"");
        ledger.sessions().mode("claude-code:s/child", Optional.of(Mode.BYPASS_PERMISSIONS));
        assertThat(inChild("touch a")).contains("\"deny\"");
    }

    @Test
    void starting_a_subagent_is_harmless_whatever_its_task_says() {
        Map<String, Object> spawn = facts("PreToolUse", "s");
        spawn.put("tool_name", "Agent");
        spawn.put("tool_input", Map.of("prompt", "rm -rf /", "subagent_type", "worker", "description", "x"));
        assertThat(tell(spawn)).contains("\"allow\"");
    }

    @Test
    void what_a_call_shows_is_remembered_and_not_recorded() throws Exception {
        use("git branch --merged");
        Map<String, Object> result = Map.of("stdout", "  feature/seen-only-here\n", "stderr", "");
        assertThat(event("PostToolUse", "git branch --merged", Map.of("tool_response", result)))
                .isEmpty();
        assertThat(desk.memory("claude-code:s").listings().things())
                .anySatisfy(thing -> assertThat(thing.names()).contains("feature/seen-only-here"));
        assertThat(new String(Files.readAllBytes(folder.resolve("ledger.db")), StandardCharsets.ISO_8859_1)
                        + new String(Files.readAllBytes(folder.resolve("ledger.db-wal")), StandardCharsets.ISO_8859_1))
                .contains("git branch")
                .doesNotContain("seen-only-here");
    }

    @Test
    void a_hand_back_is_recorded_and_ends_no_row_of_denials() throws Exception {
        inChild(CLEARABLE);
        inChild(CLEARABLE);
        Map<String, Object> stopped = facts("SubagentStop", "s");
        stopped.putAll(CHILD);
        stopped.put("last_assistant_message", "I could not push.");
        assertThat(tell(stopped)).isEmpty();
        assertThat(entries().getLast()).satisfies(entry -> {
            assertThat(entry.verdict().rule()).isEqualTo("hand-back");
            assertThat(entry.session()).isEqualTo("claude-code:s/child");
            assertThat(entry.input()).contains("I could not push.");
        });
        assertThat(use(CLEARABLE)).contains("denied too often");
    }

    @Test
    void a_headless_session_that_was_denied_too_often_gets_a_final_denial() throws Exception {
        Path transcript = folder.resolve("t.jsonl");
        Files.writeString(
                transcript, "{\"type\":\"user\",\"entrypoint\":\"sdk-cli\",\"message\":{\"content\":\"Go.\"}}\n");
        String last = "";
        for (int i = 0; i < 3; i++) {
            last = event("PreToolUse", CLEARABLE, Map.of("transcript_path", transcript.toString()));
        }
        assertThat(last).contains("\"deny\"", "stop trying");
    }

    @Test
    void what_the_person_said_is_recorded_once_with_the_next_call() throws Exception {
        tell(with(facts("UserPromptSubmit", "s"), "prompt", "Tidy up, please"));
        use(HARMLESS);
        use(HARMLESS);
        tell(with(facts("UserPromptSubmit", "s"), "prompt", "And then stop"));
        use(HARMLESS);
        assertThat(entries())
                .extracting(Entry::facts)
                .containsExactly("{\"said\":[\"Tidy up, please\"]}", "{}", "{\"said\":[\"And then stop\"]}");
    }
}
