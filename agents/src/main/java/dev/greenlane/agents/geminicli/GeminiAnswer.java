package dev.greenlane.agents.geminicli;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.engine.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes Gemini CLI's answers: it ignores Claude's form without a word. Stateless. */
final class GeminiAnswer {
    private static final String NOTHING = "";
    private static final Set<String> UNDECIDED = Set.of(
            "AfterTool",
            "BeforeAgent",
            "AfterAgent",
            "SessionStart",
            "SessionEnd",
            "BeforeModel",
            "AfterModel",
            "BeforeToolSelection",
            "PreCompress",
            "Notification");

    private GeminiAnswer() {}

    static String text(HookEvent event, Answer answer) {
        return switch (event) {
            case HookEvent.ToolUse use -> before(answer, use.facts().presence());
            case HookEvent.PermissionAsked asked -> before(answer, asked.facts().presence());
            case HookEvent.ToolDone done -> after(done.name(), answer);
            case HookEvent.Prompt prompt -> after(prompt.name(), answer);
            case HookEvent.SessionStarted started -> context(started.name(), answer);
            case HookEvent.Unreadable unreadable -> unreadable(unreadable, answer);
            case HookEvent.PermissionRefused ignored -> NOTHING;
            case HookEvent.SubagentStarted ignored -> NOTHING;
            case HookEvent.Notice ignored -> NOTHING;
        };
    }

    private static String unreadable(HookEvent.Unreadable event, Answer answer) {
        if (UNDECIDED.contains(event.name())) {
            return NOTHING;
        }
        return before(event.stopping(answer), Presence.UNKNOWN);
    }

    private static String before(Answer answer, Presence presence) {
        if (!(answer instanceof Decision decision)) {
            return NOTHING;
        }
        return switch (decision.outcome()) {
            case ALLOW -> decision("allow", "");
            case DENY -> decision("deny", Reasons.shortened(decision.reason()));
            case ASK ->
                presence == Presence.ATTENDED
                        ? decision("ask", Reasons.shortened(decision.reason()))
                        : decision("deny", Reasons.insteadOfAsking(decision.reason()));
        };
    }

    /** A denial replaces a result, and stops a prompt. */
    private static String after(String name, Answer answer) {
        return answer instanceof Decision decision && decision.outcome() == Outcome.DENY
                ? decision("deny", Reasons.shortened(decision.reason()))
                : context(name, answer);
    }

    private static String decision(String word, String reason) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("decision", word);
        if (!reason.isEmpty()) {
            output.put("reason", reason);
        }
        return Json.line(output);
    }

    private static String context(String name, Answer answer) {
        if (!(answer instanceof Context context) || context.text().isBlank()) {
            return NOTHING;
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("hookEventName", name);
        output.put("additionalContext", Reasons.shortened(context.text()));
        return Json.line(Map.of("hookSpecificOutput", output));
    }
}
