package dev.greenlane.agents.cline;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.engine.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes Cline's answers. Stateless. */
final class ClineAnswer {
    private static final String NOTHING = "";
    private static final Set<String> UNDECIDED = Set.of(
            "PostToolUse",
            "UserPromptSubmit",
            "TaskStart",
            "TaskResume",
            "TaskComplete",
            "TaskCancel",
            "TaskError",
            "SessionShutdown",
            "PreCompact");

    private ClineAnswer() {}

    static String text(HookEvent event, Answer answer) {
        return switch (event) {
            case HookEvent.ToolUse use -> before(use.tool().name(), answer);
            case HookEvent.ToolDone ignored -> context(answer);
            case HookEvent.Prompt ignored -> prompt(answer);
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
        return before("", event.stopping(answer));
    }

    private static String before(String tool, Answer answer) {
        if (!(answer instanceof Decision decision)) {
            return context(answer);
        }
        return switch (decision.outcome()) {
            case ALLOW -> NOTHING;
            case DENY -> denied(tool, Reasons.shortened(decision.reason()));
            case ASK -> denied(tool, Reasons.insteadOfAsking(decision.reason()));
        };
    }

    private static String denied(String tool, String reason) {
        Map<String, Object> output = new LinkedHashMap<>();
        Optional<Map<String, Object>> refused = RefusedInputs.of(tool, reason);
        if (refused.isPresent()) {
            output.put("cancel", false);
            output.put("overrideInput", refused.get());
            if (!tool.equals(RefusedInputs.SHELL)) {
                output.put("contextModification", reason);
            }
        } else {
            output.put("cancel", true);
            output.put("errorMessage", reason);
        }
        return Json.line(output);
    }

    private static String prompt(Answer answer) {
        if (!(answer instanceof Decision decision) || decision.outcome() != Outcome.DENY) {
            return context(answer);
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("cancel", true);
        output.put("errorMessage", Reasons.shortened(decision.reason()));
        return Json.line(output);
    }

    private static String context(Answer answer) {
        if (!(answer instanceof Context context) || context.text().isBlank()) {
            return NOTHING;
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("cancel", false);
        output.put("contextModification", Reasons.shortened(context.text()));
        return Json.line(output);
    }
}
