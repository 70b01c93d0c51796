package dev.greenlane.agents.shape;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.HookEvent.Unreadable;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.agents.input.Typed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events of Claude's protocol. Stateless. */
public final class EventReader {
    private EventReader() {}

    /**
     * Reads an event. Never throws. The body's own name counts, except that a hook which was installed to decide on tools
     * takes no other event.
     */
    public static HookEvent read(String installed, String body) {
        Fields fields;
        try {
            fields = Fields.read(body);
        } catch (NotJson e) {
            return new Unreadable(installed, e.reason());
        }
        return read(installed, fields);
    }

    /** Reads an event from its members. */
    public static HookEvent read(String installed, Fields fields) {
        String name = fields.text("hook_event_name").orElse("");
        if (name.isEmpty()) {
            return new Unreadable(installed, "it has no hook_event_name");
        }
        if (decides(installed) && !decides(name)) {
            return new Unreadable(installed, "it is another event, " + Reasons.shortened(name));
        }
        return named(name, facts(fields), fields);
    }

    private static boolean decides(String name) {
        return name.equals("PreToolUse") || name.equals("PermissionRequest");
    }

    private static HookEvent named(String name, Facts facts, Fields fields) {
        Optional<Tool> tool = tool(fields);
        return switch (name) {
            case "PreToolUse" ->
                tool.<HookEvent>map(it -> new HookEvent.ToolUse(name, facts, it))
                        .orElseGet(() -> noTool(name));
            case "PermissionRequest" ->
                tool.<HookEvent>map(it -> new HookEvent.PermissionAsked(name, facts, it))
                        .orElseGet(() -> noTool(name));
            case "PermissionDenied" ->
                tool.<HookEvent>map(it -> new HookEvent.PermissionRefused(name, facts, it, fields.anyText("reason")))
                        .orElseGet(() -> noTool(name));
            case "PostToolUse" ->
                tool.<HookEvent>map(it -> new HookEvent.ToolDone(name, facts, it, result(fields), false))
                        .orElseGet(() -> noTool(name));
            case "PostToolUseFailure" ->
                tool.<HookEvent>map(it -> new HookEvent.ToolDone(name, facts, it, fields.value("error"), true))
                        .orElseGet(() -> noTool(name));
            case "UserPromptSubmit" -> new HookEvent.Prompt(name, facts, words(facts, fields));
            case "SessionStart" -> new HookEvent.SessionStarted(name, facts, fields.anyText("source"));
            case "SessionEnd" -> new HookEvent.SessionEnded(name, facts, fields.anyText("reason"));
            case "Stop" -> new HookEvent.Stopped(name, facts, fields.anyText("last_assistant_message"));
            case "SubagentStart" -> new HookEvent.SubagentStarted(name, facts, fields.anyText("agent_type"));
            case "SubagentStop" -> new HookEvent.SubagentStopped(name, facts, fields.anyText("last_assistant_message"));
            default -> new HookEvent.Other(name, facts);
        };
    }

    private static Unreadable noTool(String name) {
        return new Unreadable(name, "it has no tool_name");
    }

    private static Facts facts(Fields fields) {
        return new Facts(
                fields.text("session_id"),
                fields.text("agent_id"),
                fields.text("cwd"),
                fields.text("permission_mode"),
                fields.text("transcript_path"));
    }

    private static Optional<Tool> tool(Fields fields) {
        Object input = fields.value("tool_input");
        return fields.text("tool_name")
                .map(name -> new Tool(name, input, Calls.read(name, input), fields.text("tool_use_id")));
    }

    /** Copilot calls it by another name than the rest. */
    private static @Nullable Object result(Fields fields) {
        return fields.has("tool_response") ? fields.value("tool_response") : fields.value("tool_result");
    }

    /** What is submitted inside a subagent comes from another agent. */
    private static Optional<String> words(Facts facts, Fields fields) {
        return facts.subagent().isPresent()
                ? Optional.empty()
                : fields.text("prompt").flatMap(Typed::words);
    }
}
