package dev.greenlane.agents.shape;

import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.engine.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes answers of Claude's protocol, in a dialect. */
final class EventWriter {
    private static final String NOTHING = "";

    /** Events that the client goes on from without waiting for a decision. */
    private static final Set<String> UNDECIDED = Set.of(
            "PermissionDenied",
            "PostToolUse",
            "PostToolUseFailure",
            "UserPromptSubmit",
            "SessionStart",
            "SessionEnd",
            "Stop",
            "SubagentStart",
            "SubagentStop",
            "Notification",
            "PreCompact");

    /** Tools that are a question to the person. Allowing them in the person's place would answer it. */
    private static final Set<String> QUESTIONS =
            Set.of("exitplanmode", "exit_plan_mode", "askuserquestion", "ask_user_question", "ask_user", "question");

    private final Dialect dialect;

    EventWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether a question before the use of a tool reaches a person. */
    boolean asks() {
        return dialect.ask() == Dialect.Ask.SPOKEN;
    }

    String text(HookEvent event, Answer answer) {
        return switch (event) {
            case HookEvent.ToolUse use -> before(answer, isQuestion(use.tool()));
            case HookEvent.PermissionAsked asked -> permission(answer, isQuestion(asked.tool()));
            case HookEvent.PermissionRefused ignored -> refused(answer);
            case HookEvent.ToolDone done -> after(done.name(), answer);
            case HookEvent.Prompt prompt -> after(prompt.name(), answer);
            case HookEvent.SessionStarted started -> context(started.name(), answer);
            case HookEvent.SubagentStarted started -> context(started.name(), answer);
            case HookEvent.Unreadable unreadable -> unreadable(unreadable, answer);
            case HookEvent.Notice ignored -> NOTHING;
        };
    }

    private static boolean isQuestion(Tool tool) {
        return QUESTIONS.contains(tool.name().toLowerCase(Locale.ROOT));
    }

    private String unreadable(HookEvent.Unreadable event, Answer answer) {
        if (UNDECIDED.contains(event.name())) {
            return NOTHING;
        }
        Answer stopping = event.stopping(answer);
        return event.name().equals("PermissionRequest") ? permission(stopping, false) : before(stopping, false);
    }

    private String before(Answer answer, boolean question) {
        return switch (answer) {
            case Decision decision ->
                switch (decision.outcome()) {
                    case ALLOW -> question || !dialect.bareAllow() ? NOTHING : decision("allow", "");
                    case DENY -> decision("deny", ended(Reasons.shortened(decision.reason())));
                    case ASK ->
                        switch (dialect.ask()) {
                            case SPOKEN -> decision("ask", Reasons.shortened(decision.reason()));
                            case SILENT -> NOTHING;
                            case DENIED -> decision("deny", ended(Reasons.insteadOfAsking(decision.reason())));
                        };
                };
            case Context ignored -> context("PreToolUse", answer);
            case Answer.NoOpinion ignored -> NOTHING;
        };
    }

    private String ended(String reason) {
        return dialect.fullStop() || !reason.endsWith(".") ? reason : reason.substring(0, reason.length() - 1);
    }

    private static String decision(String word, String reason) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("hookEventName", "PreToolUse");
        output.put("permissionDecision", word);
        if (!reason.isEmpty()) {
            output.put("permissionDecisionReason", reason);
        }
        return specific(output);
    }

    private String permission(Answer answer, boolean question) {
        if (!(answer instanceof Decision decision)) {
            return NOTHING;
        }
        return switch (decision.outcome()) {
            case ALLOW -> question ? NOTHING : behaviour(Map.of("behavior", "allow"));
            case DENY -> denial(Reasons.shortened(decision.reason()));
            case ASK ->
                dialect.askAtPermission() == Dialect.Ask.DENIED
                        ? denial(Reasons.insteadOfAsking(decision.reason()))
                        : NOTHING;
        };
    }

    private static String denial(String message) {
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("behavior", "deny");
        decision.put("message", message);
        return behaviour(decision);
    }

    private static String behaviour(Map<String, Object> decision) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("hookEventName", "PermissionRequest");
        output.put("decision", decision);
        return specific(output);
    }

    /** Allowing what the client refused is telling the agent that it may try again. */
    private static String refused(Answer answer) {
        if (!(answer instanceof Decision decision) || decision.outcome() != Outcome.ALLOW) {
            return NOTHING;
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("hookEventName", "PermissionDenied");
        output.put("retry", true);
        return specific(output);
    }

    /** A denial stops a prompt, and stands beside a result that is there already. */
    private static String after(String name, Answer answer) {
        if (answer instanceof Decision decision && decision.outcome() == Outcome.DENY) {
            Map<String, Object> block = new LinkedHashMap<>();
            block.put("decision", "block");
            block.put("reason", Reasons.shortened(decision.reason()));
            return Json.line(block);
        }
        return context(name, answer);
    }

    private static String context(String name, Answer answer) {
        if (!(answer instanceof Context context) || context.text().isBlank()) {
            return NOTHING;
        }
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("hookEventName", name);
        output.put("additionalContext", Reasons.shortened(context.text()));
        return specific(output);
    }

    private static String specific(Map<String, Object> output) {
        return Json.line(Map.of("hookSpecificOutput", output));
    }
}
