package dev.greenlane.agents.claudecode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.claudecode.wire.HookAnswer.Decision;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Permission;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Silent;
import dev.greenlane.agents.input.Json;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HookAnswerTest {

    @Test
    void noOpinionIsNoText() {
        assertThat(new Silent().text()).isEmpty();
    }

    @Test
    void allowing() {
        assertThat(new Decision(Permission.ALLOW, "").text())
                .isEqualTo(
                        "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"allow\"}}");
    }

    @Test
    void denyingAndAskingSayWhy() {
        assertThat(new Decision(Permission.DENY, "Denied by Greenlane: no.").text())
                .isEqualTo("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"deny\","
                        + "\"permissionDecisionReason\":\"Denied by Greenlane: no.\"}}");
        assertThat(new Decision(Permission.ASK, "Why \"so\"?\n").text())
                .contains("\"permissionDecision\":\"ask\"")
                .contains("Why \\\"so\\\"?\\n");
    }

    @Property
    void isOneShortLineOfJsonWhateverTheReason(@ForAll String reason) throws Json.NotJson {
        String text = new Decision(Permission.DENY, reason.repeat(20)).text();
        assertThat(text).doesNotContain("\n").hasSizeLessThan(10_000);
        assertThat(Json.object(text).get("hookSpecificOutput"))
                .isInstanceOfSatisfying(
                        Map.class, output -> assertThat(output).containsEntry("permissionDecision", "deny"));
    }
}
