package dev.greenlane.agents.copilotcli;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.TranscriptLines;
import dev.greenlane.agents.input.Typed;
import dev.greenlane.agents.shape.Dialect;
import dev.greenlane.agents.shape.Dialect.Ask;
import dev.greenlane.agents.shape.ShapedAgent;
import java.util.List;
import java.util.Optional;

/**
 * Copilot CLI. Of the clients measured the only one that stops a call when its hook fails. It says what a question was about
 * where nobody can be asked, and takes that for a denial. Measured with version 1.0.102.
 */
public final class CopilotCli implements Agent {
    private static final List<String> EVENTS = List.of(
            "preToolUse",
            "permissionRequest",
            "postToolUse",
            "userPromptSubmitted",
            "sessionStart",
            "sessionEnd",
            "agentStop",
            "subagentStart",
            "subagentStop");

    private static final Agent PASCAL = new ShapedAgent(
            "copilot-cli", List.of(), new Dialect(Ask.SPOKEN, Ask.SILENT, true, true), text -> List.of());

    @Override
    public String id() {
        return "copilot-cli";
    }

    @Override
    public List<String> events() {
        return EVENTS;
    }

    @Override
    public HookEvent read(String event, String body) {
        try {
            Fields fields = Fields.read(body);
            return isPascal(event) || event.isEmpty() && fields.has("hook_event_name")
                    ? PASCAL.read(event, body)
                    : CamelEvent.read(event, fields);
        } catch (NotJson e) {
            return new HookEvent.Unreadable(event, e.reason());
        }
    }

    @Override
    public String answer(HookEvent event, Answer answer) {
        return isPascal(event.name()) ? PASCAL.answer(event, answer) : CamelAnswer.text(event, answer);
    }

    /** Only what its own event of a message says; the text that the model is sent instead has more in it. */
    @Override
    public List<String> said(String transcript) {
        return TranscriptLines.said(transcript, CopilotCli::typed);
    }

    @Override
    public Optional<String> transcript(Facts facts) {
        return facts.transcript()
                .or(() -> facts.session()
                        .filter(Typed::isPlainName)
                        .map(id -> "~/.copilot/session-state/" + id + "/events.jsonl"));
    }

    private static boolean isPascal(String event) {
        return !event.isEmpty() && Character.isUpperCase(event.charAt(0));
    }

    private static Optional<String> typed(Fields line) {
        Fields data = line.object("data");
        boolean persons = line.anyText("type").equals("user.message")
                && !line.has("agentId")
                && (!data.has("source") || data.anyText("source").equals("user"));
        return persons ? data.text("content").flatMap(Typed::words) : Optional.empty();
    }
}
