package dev.greenlane.agents.cursor;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.engine.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes Cursor's answers. Stateless. */
final class CursorAnswer {
    private static final String NOTHING = "";

    /** Where the client can put a question to the person. */
    private static final Set<String> ASKING = Set.of("beforeShellExecution", "beforeMCPExecution");

    private static final Set<String> UNDECIDED = Set.of(
            "afterShellExecution",
            "afterMCPExecution",
            "afterFileEdit",
            "postToolUse",
            "postToolUseFailure",
            "beforeSubmitPrompt",
            "sessionStart",
            "sessionEnd",
            "stop",
            "subagentStart",
            "subagentStop",
            "preCompact",
            "afterAgentResponse",
            "afterAgentThought");

    private CursorAnswer() {}

    static String text(HookEvent event, Answer answer) {
        return switch (event) {
            case HookEvent.ToolUse use -> before(use.name(), answer);
            case HookEvent.Prompt ignored -> prompt(answer);
            case HookEvent.ToolDone done -> done.name().equals("postToolUse") ? context(answer) : NOTHING;
            case HookEvent.SessionStarted ignored -> context(answer);
            case HookEvent.Unreadable unreadable -> unreadable(unreadable, answer);
            case HookEvent.PermissionAsked ignored -> NOTHING;
            case HookEvent.PermissionRefused ignored -> NOTHING;
            case HookEvent.SubagentStarted ignored -> NOTHING;
            case HookEvent.Notice ignored -> NOTHING;
        };
    }

    private static String unreadable(HookEvent.Unreadable event, Answer answer) {
        if (UNDECIDED.contains(event.name())) {
            return NOTHING;
        }
        return before(event.name(), event.stopping(answer));
    }

    private static String before(String name, Answer answer) {
        if (!(answer instanceof Decision decision)) {
            return NOTHING;
        }
        return switch (decision.outcome()) {
            case ALLOW -> Json.line(Map.of("permission", "allow"));
            case DENY -> permission("deny", Reasons.shortened(decision.reason()));
            case ASK ->
                ASKING.contains(name)
                        ? permission("ask", Reasons.shortened(decision.reason()))
                        : permission("deny", Reasons.insteadOfAsking(decision.reason()));
        };
    }

    private static String permission(String word, String reason) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("permission", word);
        output.put("user_message", reason);
        output.put("agent_message", reason);
        return Json.line(output);
    }

    private static String prompt(Answer answer) {
        if (!(answer instanceof Decision decision) || decision.outcome() != Outcome.DENY) {
            return NOTHING;
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("continue", false);
        output.put("user_message", Reasons.shortened(decision.reason()));
        return Json.line(output);
    }

    private static String context(Answer answer) {
        return answer instanceof Context context
                ? Json.line(Map.of("additional_context", Reasons.shortened(context.text())))
                : NOTHING;
    }
}
