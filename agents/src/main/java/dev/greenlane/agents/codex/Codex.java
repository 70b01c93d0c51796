package dev.greenlane.agents.codex;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.TranscriptLines;
import dev.greenlane.agents.input.Typed;
import dev.greenlane.agents.shape.Dialect;
import dev.greenlane.agents.shape.Dialect.Ask;
import dev.greenlane.agents.shape.ShapedAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Codex. It takes a question for a hook that failed and runs the call, so a question is a denial; it is never told a bare allow,
 * so its own approvals stay in force; and where it is about to ask, that may be a model that answers, so a question is a denial
 * there too. Measured with version 0.169.0.
 */
public final class Codex {
    private static final List<String> EVENTS = List.of(
            "PreToolUse",
            "PermissionRequest",
            "PostToolUse",
            "UserPromptSubmit",
            "SessionStart",
            "Stop",
            "SubagentStart",
            "SubagentStop");

    private Codex() {}

    public static Agent agent() {
        return new ShapedAgent(
                "codex", EVENTS, new Dialect(Ask.DENIED, Ask.DENIED, false, false), Codex::said, Codex::presence);
    }

    private static Presence presence(String transcript) {
        return switch (TranscriptLines.first(transcript).object("payload").anyText("source")) {
            case "cli" -> Presence.ATTENDED;
            case "exec" -> Presence.HEADLESS;
            default -> Presence.UNKNOWN;
        };
    }

    /** A session that another agent started has no words of a person. */
    private static List<String> said(String transcript) {
        Fields head = TranscriptLines.first(transcript).object("payload");
        boolean persons = head.text("thread_source")
                .map("user"::equals)
                .orElse(!head.object("source").has("subagent"));
        return persons ? TranscriptLines.said(transcript, Codex::typed) : List.of();
    }

    /** The client's event of a message by the user; what the model is sent in that role is more than that. */
    private static Optional<String> typed(Fields line) {
        if (!line.anyText("type").equals("event_msg")) {
            return Optional.empty();
        }
        Fields payload = line.object("payload");
        return switch (payload.anyText("type")) {
            case "item_completed" -> userMessage(payload.object("item"));
            case "user_message" -> payload.text("message").flatMap(Typed::words);
            default -> Optional.empty();
        };
    }

    private static Optional<String> userMessage(Fields item) {
        if (!item.anyText("type").equals("UserMessage")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Object part : item.list("content")) {
            Fields.of(part).text("text").ifPresent(parts::add);
        }
        return Typed.words(String.join("\n", parts));
    }
}
