package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookCommandTest {
    @TempDir
    private static Path project;

    @TempDir
    private static Path home;

    private static ResidentService service;

    @BeforeAll
    static void serve() throws Exception {
        service = ResidentService.in(home);
    }

    @AfterAll
    static void end() throws Exception {
        service.close();
    }

    private static Run hook(String input, String... arguments) {
        return Run.in(
                Path.of("").toAbsolutePath(),
                Map.of("HOME", home.toString()),
                input.getBytes(StandardCharsets.UTF_8),
                arguments);
    }

    private static String event(String permissionMode, String command) {
        return Json.line(Map.of(
                "session_id", "00000000-0000-4000-8000-000000000001",
                "cwd", project.toString(),
                "permission_mode", permissionMode,
                "hook_event_name", "PreToolUse",
                "tool_name", "Bash",
                "tool_input", Map.of("command", command, "description", "x"),
                "tool_use_id", "toolu_1"));
    }

    private static String decision(Run run) throws NotJson {
        assertThat(run.code()).isZero();
        Map<String, Object> output =
                Json.asObject(Json.object(run.out()).get("hookSpecificOutput")).orElseThrow();
        assertThat(output).containsEntry("hookEventName", "PreToolUse");
        return (String) output.get("permissionDecision");
    }

    @Test
    void harmlessCallsAreAllowedAndRiskyOnesDenied() throws NotJson {
        assertThat(decision(hook(event("default", "touch ok.txt"), "hook", "claude-code")))
                .isEqualTo("allow");
        Run denied = hook(event("default", "git push --force origin main"), "hook", "claude-code");
        assertThat(decision(denied)).isEqualTo("deny");
        assertThat(denied.out()).contains("\"permissionDecisionReason\":\"Denied by Greenlane: ");
    }

    @ParameterizedTest
    @CsvSource({
        "auto,    default,           allow",
        "auto,    acceptEdits,       allow",
        "auto,    bypassPermissions, allow",
        "auto,    plan,              deny",
        "auto,    dontAsk,           deny",
        "auto,    something new,     allow",
        "default, bypassPermissions, ask",
        "plan,    bypassPermissions, deny",
        "plan,    auto,              deny"
    })
    void theClientsModeOnlyRestrictsFurther(String ours, String theirs, String decision) throws NotJson {
        assertThat(decision(hook(event(theirs, "touch ok.txt"), "hook", "claude-code", "--mode", ours)))
                .isEqualTo(decision);
        assertThat(decision(hook(event(theirs, "touch ok.txt"), "hook", "claude-code", "--mode=" + ours)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SessionStart", "UserPromptSubmit", "PostToolUse", "Stop", "Notification"})
    void otherEventsAreAnsweredWithNothing(String name) {
        Run run = hook("{\"hook_event_name\":\"" + name + "\",\"prompt\":\"Good morning.\"}", "hook", "claude-code");
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{\"hook_event_name\":\"PreToolUse\"", "[]", "{}"})
    void whateverGoesWrongStopsTheCall(String input) throws NotJson {
        Run run = hook(input, "hook", "claude-code");
        assertThat(decision(run)).isEqualTo("ask");
        assertThat(run.out()).contains("Greenlane could not review this call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mode sideways", "--mode", "--verbose", "--mode auto --x", "--mode sideways --mode auto"})
    void aHookThatIsSetUpWronglyStopsCallsAndNothingElse(String options) throws NotJson {
        String[] arguments = ("hook claude-code " + options).split(" ");
        assertThat(decision(hook(event("default", "ls"), arguments))).isEqualTo("ask");
        assertThat(hook("{\"hook_event_name\":\"Stop\"}", arguments)).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void deepAndLongInputIsAnswered() throws NotJson {
        String deep =
                "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":" + "[".repeat(100_000);
        assertThat(decision(hook(deep, "hook", "claude-code"))).isEqualTo("ask");
        assertThat(decision(hook(event("default", "echo " + "x".repeat(10_000_000)), "hook", "claude-code")))
                .isIn("allow", "ask");
        assertThat(decision(hook(event("default", "$(".repeat(200_000)), "hook", "claude-code")))
                .isIn("deny", "ask");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        claude-code | PreToolUse           | "hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"COMMAND"}
        codex       | PreToolUse           | "hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"COMMAND"}
        gemini-cli  | BeforeTool           | "hook_event_name":"BeforeTool","tool_name":"run_shell_command","tool_input":{"command":"COMMAND"}
        qwen-code   | PreToolUse           | "hook_event_name":"PreToolUse","tool_name":"run_shell_command","tool_input":{"command":"COMMAND"}
        copilot-cli | preToolUse           | "toolName":"bash","toolArgs":{"command":"COMMAND"}
        opencode    | PreToolUse           | "hook_event_name":"PreToolUse","tool_name":"bash","tool_input":{"command":"COMMAND"}
        cursor      | beforeShellExecution | "hook_event_name":"beforeShellExecution","command":"COMMAND"
        cline       | PreToolUse           | "hookName":"tool_call","workspaceRoots":["CWD"],"tool_call":{"name":"run_commands","input":{"commands":["COMMAND"]}}
        generic     | tool-use             | "tool":"shell","input":{"command":"COMMAND"}
        """)
    void everyAgentIsAnswered(String agent, String event, String members) {
        String whole = "{\"cwd\":\"CWD\"," + members.strip() + "}";
        String here = whole.replace("CWD", project.toString());
        String denied = hook(here.replace("COMMAND", "git push --force origin main"), "hook", agent)
                .out();
        assertThat(denied).contains("Denied by Greenlane: ");
        assertThat(hook(here.replace("COMMAND", "git push --force origin main"), "hook", agent, "--event", event)
                        .out())
                .isEqualTo(denied);
        assertThat(hook(here.replace("COMMAND", "touch ok.txt"), "hook", agent, "--event=" + event)
                        .out())
                .doesNotContain("Greenlane");
        assertThat(hook("{", "hook", agent, "--mode", "auto", "--event", event).out())
                .contains("Greenlane could not review this call");
    }

    @Test
    void anUnknownAgentIsWrongUsage() {
        Run run = Run.of("hook", "nobody");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("greenlane hook claude-code");
        assertThat(Run.of("hook").code()).isEqualTo(2);
    }
}
