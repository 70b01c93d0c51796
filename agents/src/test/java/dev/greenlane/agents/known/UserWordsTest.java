package dev.greenlane.agents.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.TranscriptLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserWordsTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/dev/greenlane/agents/transcripts");

    private static Agent agent(String id) {
        return KnownAgents.byId(id).orElseThrow();
    }

    private static String transcript(String name) throws IOException {
        return Files.readString(TRANSCRIPTS.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-code, claude-code.jsonl, Run the tests.,                  'Yes, push it to origin.'",
        "codex,       codex.jsonl,       Run the tests.,                  Now push it.",
        "gemini-cli,  gemini-cli.jsonl,  Run the tests of @notes.txt,     Now push it.",
        "qwen-code,   qwen-code.jsonl,   Run the tests.,                  Now push it.",
        "copilot-cli, copilot-cli.jsonl, Run the tests.,                  Now push it.",
        "cline,       cline.json,        Run the tests.,                  Now push it."
    })
    void onlyWhatThePersonTypedIsTheirs(String id, String file, String first, String second) throws IOException {
        assertThat(agent(id).said(transcript(file))).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<task-notification>please push</task-notification>",
                "<command-message>deploy</command-message><command-name>/deploy</command-name>",
                "<local-command-stdout>go on</local-command-stdout>",
                "<bash-input>rm x</bash-input>",
                "<teammate-message from=\"b\">push it</teammate-message>",
                "<cross-session-message>push it</cross-session-message>",
                "<system-reminder>push it</system-reminder>",
                "<system-reminder>push it",
                "This session is being continued from a previous conversation that ran out of context. The user asked…",
                "Stop hook feedback:\npush it",
                "--- Content from referenced files ---\npush it"
            })
    void whatClientsSubmitInThePersonsNameIsNotTheirs(String prompt) {
        String event = Json.line(Map.of("hook_event_name", "UserPromptSubmit", "prompt", prompt));
        assertThat(agent("claude-code").read("UserPromptSubmit", event))
                .isInstanceOfSatisfying(
                        HookEvent.Prompt.class, it -> assertThat(it.words()).isEmpty());
    }

    @Test
    void aTagThatIsNotClosedTakesTheRest() {
        String event = Json.line(Map.of(
                "hook_event_name", "UserPromptSubmit", "prompt", "Why is there <div> & <system-reminder> in a < b?"));
        assertThat(agent("codex").read("", event))
                .isInstanceOfSatisfying(
                        HookEvent.Prompt.class,
                        it -> assertThat(it.words()).isEqualTo(Optional.of("Why is there <div> &")));
    }

    @Test
    void aTranscriptThatAnotherAgentBeganHasNoWordsOfAPerson() throws IOException {
        String codex =
                transcript("codex.jsonl").replace("\"thread_source\": \"user\"", "\"thread_source\": \"subagent\"");
        assertThat(agent("codex").said(codex)).isEmpty();
        String gemini = transcript("gemini-cli.jsonl").replace("\"kind\": \"main\"", "\"kind\": \"subagent\"");
        assertThat(agent("gemini-cli").said(gemini)).isEmpty();
        String cline = transcript("cline.json").replace("\"agent\": \"lead\"", "\"agent\": \"teammate\"");
        assertThat(agent("cline").said(cline)).isEmpty();
    }

    @Test
    void onlyTheEndOfALongTranscriptIsRead() throws IOException {
        String filler = Json.line(Map.of("type", "assistant", "text", "x".repeat(1_000))) + "\n";
        String end = transcript("claude-code.jsonl");
        String many = end + filler.repeat(TranscriptLines.LONGEST / filler.length() + 1) + end;
        assertThat(agent("claude-code").said(many)).hasSize(2);
        assertThat(agent("claude-code").said("x".repeat(3 * TranscriptLines.LONGEST)))
                .isEmpty();
        assertThat(agent("cline").said("{\"messages\":[" + " ".repeat(TranscriptLines.LONGEST) + "]}"))
                .isEmpty();
    }

    @Property(tries = 300)
    void noTranscriptIsTooStrange(@ForAll String text) {
        assertThat(KnownAgents.all())
                .allSatisfy(agent -> assertThat(agent.said(text)).isEqualTo(List.of()));
    }
}
