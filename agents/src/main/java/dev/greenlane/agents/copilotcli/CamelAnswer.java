package dev.greenlane.agents.copilotcli;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.engine.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes answers for hooks in camel case, which ignore Claude's form without a word. Stateless. */
final class CamelAnswer {
    private static final String NOTHING = "";
    private static final Set<String> UNDECIDED = Set.of(
            "postToolUse",
            "postToolUseFailure",
            "userPromptSubmitted",
            "sessionStart",
            "sessionEnd",
            "agentStop",
            "subagentStart",
            "subagentStop",
            "errorOccurred",
            "preCompact",
            "notification");

    /** Tools that are a question to the person. Allowing them in the person's place would answer it. */
    private static final Set<String> QUESTIONS = Set.of("ask_user", "exit_plan_mode");

    private CamelAnswer() {}

    static String text(HookEvent event, Answer answer) {
        return switch (event) {
            case HookEvent.ToolUse use -> before(answer, use.tool().name());
            case HookEvent.PermissionAsked asked ->
                permission(answer, asked.tool().name());
            case HookEvent.ToolDone ignored -> after(answer);
            case HookEvent.Unreadable unreadable -> unreadable(unreadable, answer);
            case HookEvent.Prompt ignored -> NOTHING;
            case HookEvent.SessionStarted ignored -> NOTHING;
            case HookEvent.PermissionRefused ignored -> NOTHING;
            case HookEvent.SubagentStarted ignored -> NOTHING;
            case HookEvent.Notice ignored -> NOTHING;
        };
    }

    private static String unreadable(HookEvent.Unreadable event, Answer answer) {
        if (UNDECIDED.contains(event.name())) {
            return NOTHING;
        }
        Answer stopping = event.stopping(answer);
        return event.name().equals("permissionRequest") ? permission(stopping, "") : before(stopping, "");
    }

    private static String before(Answer answer, String tool) {
        return switch (answer) {
            case Decision decision when decision.outcome() == Outcome.ALLOW && QUESTIONS.contains(tool) -> NOTHING;
            case Decision decision ->
                words(
                        "permissionDecision",
                        decision.outcome().name().toLowerCase(Locale.ROOT),
                        "permissionDecisionReason",
                        decision.outcome() == Outcome.ALLOW ? "" : decision.reason());
            case Context context -> words("additionalContext", context.text(), "", "");
            case Answer.NoOpinion ignored -> NOTHING;
        };
    }

    /** A question is what the client is about to ask by itself; without a person it denies. */
    private static String permission(Answer answer, String tool) {
        if (!(answer instanceof Decision decision) || decision.outcome() == Outcome.ASK) {
            return NOTHING;
        }
        if (decision.outcome() == Outcome.DENY) {
            return words("behavior", "deny", "message", decision.reason());
        }
        return QUESTIONS.contains(tool) ? NOTHING : words("behavior", "allow", "", "");
    }

    /** A denial takes the place of a result. */
    private static String after(Answer answer) {
        return switch (answer) {
            case Decision decision
            when decision.outcome() == Outcome.DENY -> {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("resultType", "denied");
                result.put("textResultForLlm", Reasons.shortened(decision.reason()));
                yield Json.line(Map.of("modifiedResult", result));
            }
            case Context context -> words("additionalContext", context.text(), "", "");
            default -> NOTHING;
        };
    }

    private static String words(String first, String text, String second, String reason) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put(first, Reasons.shortened(text));
        if (!reason.isEmpty()) {
            output.put(second, Reasons.shortened(reason));
        }
        return Json.line(output);
    }
}
