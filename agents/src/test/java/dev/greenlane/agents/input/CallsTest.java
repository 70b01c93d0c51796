package dev.greenlane.agents.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolCall.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallsTest {

    @Test
    void readsAnObject() {
        assertThat(Calls.read("Bash", Map.of("command", "ls")))
                .isEqualTo(new ToolCall.Shell("Bash", "ls", Dialect.POSIX));
    }

    @Test
    void readsTheTextOfAnObject() {
        assertThat(Calls.read("shell", "{\"command\":[\"ls\",\"-l\"]}"))
                .isEqualTo(new ToolCall.Shell("shell", "ls -l", Dialect.POSIX));
    }

    @Test
    void otherTextIsTheFieldInput() {
        assertThat(Calls.read("apply_patch", "*** Begin Patch\n*** End Patch"))
                .isEqualTo(new ToolCall.Patch("apply_patch", "*** Begin Patch\n*** End Patch"));
    }

    @Test
    void noInputIsAnEmptyOne() {
        assertThat(Calls.read("get_errors", null)).isEqualTo(new ToolCall.Internal("get_errors"));
        assertThat(Calls.read("Bash", null)).isInstanceOf(ToolCall.Malformed.class);
    }

    @Test
    void anythingElseIsMalformed() {
        assertThat(Calls.read("Bash", List.of("ls"))).isInstanceOf(ToolCall.Malformed.class);
        assertThat(Calls.read("launch_rocket", 7)).isInstanceOf(ToolCall.Malformed.class);
    }
}
