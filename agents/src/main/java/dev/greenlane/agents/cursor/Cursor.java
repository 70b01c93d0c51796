package dev.greenlane.agents.cursor;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.HookEvent;
import java.util.List;

/**
 * Cursor. It asks about commands and MCP tools; before other tools it knows only yes and no, so a question is a denial there.
 * After an edit it cannot be stopped: {@code preToolUse} sees the edit before. By the client's documentation of its hooks,
 * <a href="https://cursor.com/docs/agent/hooks">cursor.com/docs/agent/hooks</a>.
 */
public final class Cursor implements Agent {
    private static final List<String> EVENTS = List.of(
            "preToolUse",
            "beforeShellExecution",
            "beforeMCPExecution",
            "beforeReadFile",
            "afterFileEdit",
            "beforeSubmitPrompt",
            "sessionStart",
            "sessionEnd",
            "stop");

    @Override
    public String id() {
        return "cursor";
    }

    @Override
    public List<String> events() {
        return EVENTS;
    }

    @Override
    public HookEvent read(String event, String body) {
        return CursorEvent.read(event, body);
    }

    @Override
    public String answer(HookEvent event, Answer answer) {
        return CursorAnswer.text(event, answer);
    }

    /** The form of its transcripts is not described; the person's words come with their events. */
    @Override
    public List<String> said(String transcript) {
        return List.of();
    }
}
