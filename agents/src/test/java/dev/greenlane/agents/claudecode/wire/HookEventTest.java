package dev.greenlane.agents.claudecode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.claudecode.wire.HookEvent.Other;
import dev.greenlane.agents.claudecode.wire.HookEvent.PreToolUse;
import dev.greenlane.agents.claudecode.wire.HookEvent.Unreadable;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookEventTest {

    private static final String EVENT = """
        {"session_id":"00000000-0000-4000-8000-000000000001",
         "transcript_path":"/home/sam/.claude/projects/-home-sam-shop/00000000-0000-4000-8000-000000000001.jsonl",
         "cwd":"/home/sam/shop","prompt_id":"00000000-0000-4000-8000-000000000002","permission_mode":"default",
         "effort":{"level":"high"},"hook_event_name":"PreToolUse","tool_name":"Bash",
         "tool_input":{"command":"npm test","description":"run the tests"},"tool_use_id":"toolu_1"}
        """;

    @Test
    void readsACallThatIsAboutToHappen() {
        assertThat(HookEvent.read(EVENT))
                .isEqualTo(new PreToolUse(
                        "Bash",
                        Map.of("command", "npm test", "description", "run the tests"),
                        Optional.of("/home/sam/shop"),
                        Optional.of("default")));
    }

    @Test
    void fieldsThatAreMissingAreNotGuessed() {
        assertThat(HookEvent.read("{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"LS\",\"cwd\":\"\"}"))
                .isEqualTo(new PreToolUse("LS", null, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SessionStart", "UserPromptSubmit", "PostToolUse", "Stop", "SomethingNew"})
    void otherEventsAreOnlyNamed(String name) {
        assertThat(HookEvent.read("{\"hook_event_name\":\"" + name + "\",\"tool_name\":1}"))
                .isEqualTo(new Other(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"hook_event_name\":7}",
                "{\"hook_event_name\":\"PreToolUse\"}",
                "{\"hook_event_name",
                "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":[]}"
            })
    void whatIsNoEventSaysWhy(String text) {
        assertThat(HookEvent.read(text))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.reason()).startsWith("it "));
    }

    @Property
    void anEventCutShortIsNoEvent(@ForAll @IntRange(max = 500) int length) {
        String whole = EVENT.strip();
        if (length < whole.length()) {
            assertThat(HookEvent.read(whole.substring(0, length))).isInstanceOf(Unreadable.class);
        }
    }

    @Property
    void neverThrows(@ForAll String text) {
        assertThat(HookEvent.read(text)).isNotNull();
    }
}
