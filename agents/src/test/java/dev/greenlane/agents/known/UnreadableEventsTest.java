package dev.greenlane.agents.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Answer.NoOpinion;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.policy.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that cannot be read is answered with something that lets a call pass. */
class UnreadableEventsTest {
    private static final Path PAYLOADS = Path.of("src/test/resources/dev/greenlane/agents/payloads");

    /** Before which event each client waits for a decision on a tool. */
    private static final Map<String, String> BEFORE = Map.of(
            "claude-code", "PreToolUse",
            "codex", "PreToolUse",
            "gemini-cli", "BeforeTool",
            "qwen-code", "PreToolUse",
            "copilot-cli", "preToolUse",
            "opencode", "PreToolUse",
            "cursor", "beforeShellExecution",
            "cline", "PreToolUse",
            "generic", "tool-use");

    static List<Agent> agents() {
        return KnownAgents.all();
    }

    private static String before(Agent agent) {
        return String.valueOf(BEFORE.get(agent.id()));
    }

    /** Whether the answer is one that the client takes for a denial or a question. */
    private static boolean stops(String answer) {
        try {
            Fields said = Fields.read(answer);
            String word = said.object("hookSpecificOutput")
                    .text("permissionDecision")
                    .orElseGet(() -> said.anyText("permissionDecision", "decision", "permission", "verdict"));
            return word.equals("deny") || word.equals("ask") || said.isTrue("cancel") || said.has("overrideInput");
        } catch (NotJson e) {
            return false;
        }
    }

    @MethodSource("agents")
    @ParameterizedTest
    void whateverWeAnswerToIt(Agent agent) {
        List<Answer> answers = List.of(
                new NoOpinion(), new Decision(Outcome.ALLOW, ""), new Answer.Context("x"), Answer.notReviewed("x"));
        for (String event : List.of("", before(agent))) {
            for (String body : List.of("", "{", "null", "[]", "{}", "{\"tool_name\":\"Bash\"}", "\"x\"", "7")) {
                HookEvent read = agent.read(event, body);
                assertThat(read).as("%s %s %s", agent.id(), event, body).isInstanceOf(HookEvent.Unreadable.class);
                assertThat(answers)
                        .allSatisfy(
                                answer -> assertThat(agent.answer(read, answer)).matches(UnreadableEventsTest::stops));
            }
            assertThat(agent.failAnswer(event, "x")).matches(UnreadableEventsTest::stops);
        }
    }

    @MethodSource("agents")
    @ParameterizedTest
    void anotherEventThanTheHookDecidesOn(Agent agent) throws IOException {
        for (Path payload : payloads(agent)) {
            HookEvent read = agent.read(before(agent), Files.readString(payload));
            boolean decides = read instanceof HookEvent.ToolUse || read instanceof HookEvent.PermissionAsked;
            if (!decides) {
                assertThat(agent.answer(read, new NoOpinion())).matches(UnreadableEventsTest::stops);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"codex, codex", "gemini-cli, gemini", "qwen-code, qwen", "opencode, opencode", "cline, cline"})
    void clientsThatCannotAskAreNeverToldTo(String id, String ignored) {
        Agent agent = KnownAgents.byId(id).orElseThrow();
        assertThat(agent.failAnswer(before(agent), "x"))
                .doesNotContain("\"ask\"")
                .contains("ask the user in your reply");
    }

    @Property(tries = 200)
    void garbage(@ForAll("events") String event, @ForAll("nearlyEvents") String body) {
        for (Agent agent : agents()) {
            neverPasses(agent, event, body);
        }
    }

    @Property(tries = 60)
    void eventsCutShort(@ForAll @IntRange(max = 1200) int length, @ForAll("events") String event) throws IOException {
        for (Agent agent : agents()) {
            for (Path payload : payloads(agent)) {
                String whole = Files.readString(payload).strip();
                if (length < whole.length()) {
                    neverPasses(agent, event, whole.substring(0, length));
                }
            }
        }
    }

    private static void neverPasses(Agent agent, String event, String body) {
        HookEvent read = agent.read(event, body);
        for (Answer answer : List.of(new NoOpinion(), new Decision(Outcome.ALLOW, ""), Answer.notReviewed("x"))) {
            String text = agent.answer(read, answer);
            if (read instanceof HookEvent.Unreadable) {
                assertThat(text.isEmpty() || stops(text) || text.contains("\"deny\""))
                        .isTrue();
            }
        }
        // Where a client is about to ask by itself, silence leaves the question to the person.
        boolean asks = read.name().equals("permissionRequest");
        if (read instanceof HookEvent.Unreadable && !asks && (event.isEmpty() || event.equals(before(agent)))) {
            assertThat(agent.answer(read, new NoOpinion())).matches(UnreadableEventsTest::stops);
        }
    }

    @MethodSource("agents")
    @ParameterizedTest
    void hugeAndDeepEvents(Agent agent) throws IOException {
        String deep =
                "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":" + "[".repeat(100_000);
        assertThat(agent.answer(agent.read("", deep), new NoOpinion())).matches(UnreadableEventsTest::stops);
        String reason = "\"\u0001é\ud83d".repeat(100_000);
        for (Path payload : payloads(agent)) {
            HookEvent event = agent.read("", Files.readString(payload));
            String text = agent.answer(event, new Decision(Outcome.DENY, reason));
            assertThat(text.length()).isLessThan(20_000);
            if (!text.isEmpty()) {
                assertThat(Json.line(text)).isNotEmpty();
            }
        }
    }

    private static List<Path> payloads(Agent agent) throws IOException {
        try (Stream<Path> files = Files.list(PAYLOADS.resolve(agent.id()))) {
            return files.sorted().toList();
        }
    }

    @Provide
    Arbitrary<String> events() {
        List<String> names = new ArrayList<>(List.of("", "Nonsense"));
        agents().forEach(agent -> names.addAll(agent.events()));
        return Arbitraries.of(names);
    }

    @Provide
    Arbitrary<String> nearlyEvents() {
        Arbitrary<String> names = Arbitraries.of(
                "hook_event_name",
                "hookName",
                "event",
                "tool_name",
                "toolName",
                "tool",
                "tool_input",
                "toolArgs",
                "toolInput",
                "input",
                "tool_call",
                "preToolUse",
                "command",
                "prompt",
                "source",
                "reason",
                "cwd",
                "session_id",
                "toolResult",
                "workspace_roots",
                "mcp_context",
                "agent_id",
                "permission_mode");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "\"PreToolUse\"",
                        "\"BeforeTool\"",
                        "\"tool_call\"",
                        "\"beforeShellExecution\"",
                        "\"Stop\"",
                        "\"Bash\"",
                        "{\"command\":\"ls\"}",
                        "{\"name\":\"run_commands\"}",
                        "[]",
                        "[1]",
                        "7",
                        "null",
                        "true",
                        "\"\"",
                        "{}",
                        "\"\\ud83d\"",
                        "[[[["),
                Arbitraries.strings().map(Json::line));
        return net.jqwik.api.Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(6)
                .map(members -> "{" + String.join(",", members) + "}");
    }
}
