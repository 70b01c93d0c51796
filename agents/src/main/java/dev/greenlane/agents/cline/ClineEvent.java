package dev.greenlane.agents.cline;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.HookEvent.Unreadable;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.agents.input.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Cline's events. Stateless. */
final class ClineEvent {
    private static final String BEFORE = "PreToolUse";

    /** The command line's own names of the events that its executables are named after. */
    private static final Map<String, String> NAMES = Map.of(
            "tool_call", BEFORE,
            "tool_result", "PostToolUse",
            "prompt_submit", "UserPromptSubmit",
            "agent_start", "TaskStart",
            "agent_resume", "TaskResume",
            "agent_end", "TaskComplete",
            "agent_abort", "TaskCancel");

    private ClineEvent() {}

    static HookEvent read(String installed, String body) {
        Fields fields;
        try {
            fields = Fields.read(body);
        } catch (NotJson e) {
            return new Unreadable(installed, e.reason());
        }
        String said = fields.text("hookName").orElse(installed);
        String name = NAMES.getOrDefault(said, said);
        if (name.isEmpty()) {
            return new Unreadable(installed, "it has no hookName");
        }
        if (installed.equals(BEFORE) && !name.equals(BEFORE)) {
            return new Unreadable(installed, "it is another event, " + Reasons.shortened(name));
        }
        return named(name, facts(fields), fields);
    }

    private static HookEvent named(String name, Facts facts, Fields fields) {
        return switch (name) {
            case BEFORE ->
                tool(fields.object("tool_call"), fields.object("preToolUse"))
                        .<HookEvent>map(tool -> new HookEvent.ToolUse(name, facts, tool))
                        .orElseGet(() -> new Unreadable(name, "it has no tool's name"));
            case "PostToolUse" ->
                tool(fields.object("tool_result"), fields.object("postToolUse"))
                        .<HookEvent>map(tool -> done(name, facts, tool, fields))
                        .orElseGet(() -> new HookEvent.Other(name, facts));
            case "UserPromptSubmit" ->
                new HookEvent.Prompt(name, facts, prompt(fields).flatMap(Typed::words));
            case "TaskStart" -> new HookEvent.SessionStarted(name, facts, "startup");
            case "TaskResume" -> new HookEvent.SessionStarted(name, facts, "resume");
            case "TaskComplete" ->
                new HookEvent.Stopped(name, facts, fields.object("turn").anyText("outputText"));
            case "TaskCancel" -> new HookEvent.SessionEnded(name, facts, "cancelled");
            default -> new HookEvent.Other(name, facts);
        };
    }

    private static Facts facts(Fields fields) {
        Optional<String> parent = fields.text("parent_agent_id");
        Object root = fields.list("workspaceRoots").stream().findFirst().orElse(null);
        return new Facts(
                fields.object("sessionContext").text("rootSessionId").or(() -> fields.text("taskId")),
                parent.isPresent() ? fields.text("agent_id") : Optional.empty(),
                fields.object("workspaceInfo")
                        .text("rootPath")
                        .or(() -> root instanceof String text ? Optional.of(text) : Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> prompt(Fields fields) {
        boolean subagents = fields.text("parent_agent_id").isPresent();
        return subagents ? Optional.empty() : fields.object("userPromptSubmit").text("prompt");
    }

    private static HookEvent done(String name, Facts facts, Tool tool, Fields fields) {
        Fields old = fields.object("postToolUse");
        Object output = fields.object("tool_result").value("output");
        boolean failed = Boolean.FALSE.equals(old.value("success"));
        return new HookEvent.ToolDone(name, facts, tool, output == null ? old.value("result") : output, failed);
    }

    /** The input as it is; where only the older form is there, its values are text and are read again. */
    private static Optional<Tool> tool(Fields call, Fields old) {
        String name = call.text("name").orElseGet(() -> old.anyText("toolName"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Object input = call.has("input") ? call.value("input") : unpacked(old.value("parameters"));
        return Optional.of(new Tool(name, input, Calls.read(name, input), call.text("id")));
    }

    private static @Nullable Object unpacked(@Nullable Object parameters) {
        Optional<Map<String, Object>> fields = parameters == null ? Optional.empty() : Json.asObject(parameters);
        if (fields.isEmpty()) {
            return parameters;
        }
        Map<String, Object> unpacked = new LinkedHashMap<>();
        fields.get().forEach((name, value) -> unpacked.put(name, value instanceof String text ? list(text) : value));
        return unpacked;
    }

    /** Only lists are written as text for certain; an object may be the content of a file. */
    private static Object list(String text) {
        if (!text.startsWith("[")) {
            return text;
        }
        try {
            return Json.value(text);
        } catch (NotJson e) {
            return text;
        }
    }
}
