package dev.greenlane.agents.qwencode;

import dev.greenlane.agents.Agent;
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
 * Qwen Code. It stops a call that it is told to ask about without asking anybody, so a question is a denial that says so. It
 * ignores rewritten input: it is never relied on. Measured with version 0.15.10.
 */
public final class QwenCode {
    private static final List<String> EVENTS = List.of(
            "PreToolUse",
            "PermissionRequest",
            "PostToolUse",
            "PostToolUseFailure",
            "UserPromptSubmit",
            "SessionStart",
            "SessionEnd",
            "Stop",
            "SubagentStart",
            "SubagentStop");

    private QwenCode() {}

    public static Agent agent() {
        return new ShapedAgent("qwen-code", EVENTS, new Dialect(Ask.DENIED, Ask.SILENT, true, true), QwenCode::said);
    }

    private static List<String> said(String transcript) {
        return TranscriptLines.said(transcript, QwenCode::typed);
    }

    /** Lines of type user; with a subtype they are the client's own, results of tools have another type. */
    private static Optional<String> typed(Fields line) {
        if (!line.anyText("type").equals("user") || line.has("subtype") || line.isTrue("isSidechain")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Object value : line.object("message").list("parts")) {
            Fields part = Fields.of(value);
            if (part.has("functionResponse") || part.has("functionCall")) {
                return Optional.empty();
            }
            part.text("text").ifPresent(parts::add);
        }
        return Typed.words(String.join("\n", parts));
    }
}
