package dev.greenlane.agents.claudecode;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.TranscriptLines;
import dev.greenlane.agents.input.Typed;
import dev.greenlane.agents.shape.Dialect;
import dev.greenlane.agents.shape.Dialect.Ask;
import dev.greenlane.agents.shape.ShapedAgent;
import java.util.List;
import java.util.Optional;

/**
 * Claude Code. A denial goes by JSON, because what a hook writes to standard error reaches the model with the hook's command
 * line. A question shows the client's dialog, and without a person the client turns it into a denial with the same reason. When
 * the client is about to ask by itself, a question is left to its dialog. Measured with version 2.1.197.
 */
public final class ClaudeCode {
    private static final List<String> EVENTS = List.of(
            "PreToolUse",
            "PermissionRequest",
            "PermissionDenied",
            "PostToolUse",
            "PostToolUseFailure",
            "UserPromptSubmit",
            "SessionStart",
            "SessionEnd",
            "Stop",
            "SubagentStart",
            "SubagentStop");

    private ClaudeCode() {}

    public static Agent agent() {
        return new ShapedAgent(
                "claude-code",
                EVENTS,
                new Dialect(Ask.SPOKEN, Ask.SILENT, true, true),
                ClaudeCode::said,
                ClaudeCode::presence);
    }

    /** Each line says how the client was started; a session that is taken up again may have been started otherwise before. */
    private static Presence presence(String transcript) {
        List<String> starts = TranscriptLines.said(transcript, line -> line.text("entrypoint"));
        return starts.isEmpty()
                ? Presence.UNKNOWN
                : switch (starts.getLast()) {
                    case "cli" -> Presence.ATTENDED;
                    case "sdk-cli" -> Presence.HEADLESS;
                    default -> Presence.UNKNOWN;
                };
    }

    private static List<String> said(String transcript) {
        return TranscriptLines.said(transcript, ClaudeCode::typed);
    }

    /**
     * A line whose message is one text and that the client itself marks as nothing else: a list is results of tools, a side
     * chain is a subagent's, meta lines and summaries are the client's, other origins are other agents and timers.
     */
    private static Optional<String> typed(Fields line) {
        boolean persons = line.anyText("type").equals("user")
                && !line.isTrue("isSidechain")
                && !line.isTrue("isMeta")
                && !line.isTrue("isCompactSummary")
                && !line.isTrue("isVisibleInTranscriptOnly")
                && !line.has("agentId")
                && !line.has("toolUseResult")
                && !line.has("sourceToolAssistantUUID")
                && !line.anyText("promptSource").equals("system")
                && !line.anyText("promptSource").equals("suggestion_accepted")
                && (!line.has("origin") || line.object("origin").anyText("kind").equals("human"));
        return persons ? line.object("message").text("content").flatMap(Typed::words) : Optional.empty();
    }
}
