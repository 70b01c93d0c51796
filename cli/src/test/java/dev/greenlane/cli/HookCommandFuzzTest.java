package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing of the way from a hook's event to its answer; see the profile in the root POM. */
class HookCommandFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls |"
                                + " sh\"},\"cwd\":\"/home/sam/shop\",\"permission_mode\":\"plan\"}",
                        "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Write\",\"tool_input\":{\"file_path\":\"/etc/passwd\","
                            + "\"content\":\"x\"},\"permission_mode\":\"dontAsk\"}",
                        "{\"hook_event_name\":\"Stop\"}",
                        "{\"hook_event_name\":7}")
                .map(event -> event.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyEventHasAnAnswerThatTheAgentUnderstands(byte[] bytes) throws NotJson {
        Run run = Run.of(bytes, "hook", "claude-code");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        if (!run.out().isEmpty()) {
            assertThat(run.lines()).hasSize(1);
            Map<String, Object> output = Json.asObject(Json.object(run.out()).get("hookSpecificOutput"))
                    .orElseThrow();
            assertThat(output).containsEntry("hookEventName", "PreToolUse");
            assertThat((String) output.get("permissionDecision")).isIn("allow", "ask", "deny");
        }
    }
}
