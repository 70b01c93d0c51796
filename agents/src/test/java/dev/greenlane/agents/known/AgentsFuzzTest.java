package dev.greenlane.agents.known;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.engine.policy.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing of the way from any agent's event to its answer; see the profile in the root POM. */
class AgentsFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"hook_event_name\":\"PreToolUse\",\"session_id\":\"s\",\"tool_name\":\"Bash\",\"tool_input\":"
                            + "{\"command\":\"ls\"},\"cwd\":\"/home/sam\",\"permission_mode\":\"plan\"}",
                        "{\"toolName\":\"bash\",\"toolArgs\":{\"command\":\"ls\"},\"sessionId\":\"s\",\"timestamp\":1}",
                        "{\"hook_event_name\":\"BeforeTool\",\"tool_name\":\"write_file\",\"tool_input\":{\"file_path\":\"a\"}}",
                        "{\"hookName\":\"tool_call\",\"tool_call\":{\"name\":\"run_commands\",\"input\":{\"commands\":[\"ls\"]}}}",
                        "{\"hook_event_name\":\"beforeShellExecution\",\"command\":\"ls\",\"workspace_roots\":[\"/\"]}",
                        "{\"type\":\"user\",\"message\":{\"content\":\"hello\"}}\n{\"type\":\"assistant\"}",
                        "{\"hook_event_name\":7}")
                .map(event -> event.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyEventHasAnAnswer(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        for (Agent agent : KnownAgents.all()) {
            HookEvent event = agent.read("", body);
            String denied = agent.answer(event, new Answer.Decision(Outcome.DENY, "Denied by Greenlane: no."));
            if (event instanceof HookEvent.Unreadable) {
                String allowed = agent.answer(event, new Answer.Decision(Outcome.ALLOW, ""));
                assertThat(allowed).as(agent.id()).doesNotContain("\"allow\"");
            } else if (event instanceof HookEvent.ToolUse) {
                assertThat(denied).as(agent.id()).isNotEmpty();
            }
            assertThat(agent.said(body)).isNotNull();
        }
    }
}
