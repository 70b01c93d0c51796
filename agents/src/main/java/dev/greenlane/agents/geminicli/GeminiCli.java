package dev.greenlane.agents.geminicli;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.HookEvent;
import java.util.List;

/**
 * Gemini CLI. An allow does not lift its own approvals. A question ends a run without a person in silence, so it is a denial
 * unless somebody is known to be there. Measured with version 0.61.0.
 */
public final class GeminiCli implements Agent {
    private static final List<String> EVENTS =
            List.of("BeforeTool", "AfterTool", "BeforeAgent", "AfterAgent", "SessionStart", "SessionEnd");

    @Override
    public String id() {
        return "gemini-cli";
    }

    @Override
    public List<String> events() {
        return EVENTS;
    }

    @Override
    public HookEvent read(String event, String body) {
        return GeminiEvent.read(event, body);
    }

    @Override
    public String answer(HookEvent event, Answer answer) {
        return GeminiAnswer.text(event, answer);
    }

    @Override
    public List<String> said(String transcript) {
        return GeminiWords.said(transcript);
    }
}
