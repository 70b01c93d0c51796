package dev.greenlane.agents.cursor;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.HookEvent.Unreadable;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.agents.input.Typed;
import dev.greenlane.engine.call.ToolCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Cursor's events. Stateless. */
final class CursorEvent {
    static final Set<String> DECIDING =
            Set.of("preToolUse", "beforeShellExecution", "beforeMCPExecution", "beforeReadFile");

    private CursorEvent() {}

    static HookEvent read(String installed, String body) {
        Fields fields;
        try {
            fields = Fields.read(body);
        } catch (NotJson e) {
            return new Unreadable(installed, e.reason());
        }
        String name = fields.text("hook_event_name").orElse(installed);
        if (name.isEmpty()) {
            return new Unreadable(installed, "it has no hook_event_name");
        }
        if (DECIDING.contains(installed) && !DECIDING.contains(name)) {
            return new Unreadable(installed, "it is another event, " + Reasons.shortened(name));
        }
        return named(name, facts(fields), fields);
    }

    private static HookEvent named(String name, Facts facts, Fields fields) {
        return switch (name) {
            case "beforeShellExecution" -> use(name, facts, shell(fields), "command");
            case "beforeMCPExecution" -> use(name, facts, mcp(fields), "tool_name");
            case "beforeReadFile" -> use(name, facts, file("Read", fields, "file_path"), "file_path");
            case "preToolUse" -> use(name, facts, tool(fields), "tool_name");
            case "afterShellExecution" -> done(name, facts, shell(fields), fields.value("output"), false);
            case "afterMCPExecution" -> done(name, facts, mcp(fields), fields.value("result_json"), false);
            case "afterFileEdit" -> done(name, facts, edit(fields), null, false);
            case "postToolUse" -> done(name, facts, tool(fields), fields.value("tool_output"), false);
            case "postToolUseFailure" -> done(name, facts, tool(fields), fields.value("error_message"), true);
            case "beforeSubmitPrompt" ->
                new HookEvent.Prompt(name, facts, fields.text("prompt").flatMap(Typed::words));
            case "sessionStart" -> new HookEvent.SessionStarted(name, facts, fields.anyText("composer_mode"));
            case "sessionEnd" -> new HookEvent.SessionEnded(name, facts, fields.anyText("reason"));
            case "stop" -> new HookEvent.Stopped(name, facts, "");
            case "subagentStart" -> new HookEvent.SubagentStarted(name, facts, fields.anyText("subagent_type"));
            case "subagentStop" -> new HookEvent.SubagentStopped(name, facts, fields.anyText("summary"));
            default -> new HookEvent.Other(name, facts);
        };
    }

    private static Facts facts(Fields fields) {
        Object root = fields.list("workspace_roots").stream().findFirst().orElse(null);
        return new Facts(
                fields.text("conversation_id"),
                Optional.empty(),
                fields.text("cwd").or(() -> root instanceof String text ? Optional.of(text) : Optional.empty()),
                Optional.empty(),
                fields.text("transcript_path"));
    }

    private static HookEvent use(String name, Facts facts, Optional<Tool> tool, String needed) {
        return tool.<HookEvent>map(it -> new HookEvent.ToolUse(name, facts, it))
                .orElseGet(() -> new Unreadable(name, "it has no " + needed));
    }

    private static HookEvent done(
            String name, Facts facts, Optional<Tool> tool, @Nullable Object result, boolean failed) {
        return tool.<HookEvent>map(it -> new HookEvent.ToolDone(name, facts, it, result, failed))
                .orElseGet(() -> new HookEvent.Other(name, facts));
    }

    private static Optional<Tool> shell(Fields fields) {
        return file("Shell", fields, "command");
    }

    private static Optional<Tool> file(String tool, Fields fields, String member) {
        return fields.text(member).map(text -> known(tool, Map.of(member, text), Optional.empty()));
    }

    private static Optional<Tool> edit(Fields fields) {
        return fields.text("file_path").map(path -> {
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("file_path", path);
            input.put("edits", fields.list("edits"));
            return known("MultiEdit", input, Optional.empty());
        });
    }

    private static Optional<Tool> tool(Fields fields) {
        Object input = fields.value("tool_input");
        return fields.text("tool_name").map(name -> known(name, input, fields.text("tool_use_id")));
    }

    private static Tool known(String name, @Nullable Object input, Optional<String> id) {
        return new Tool(name, input, Calls.read(name, input), id);
    }

    /** The server is known by its address or the command that runs it; the input comes as the text of an object. */
    private static Optional<Tool> mcp(Fields fields) {
        Object input = fields.value("tool_input");
        return fields.text("tool_name").map(name -> {
            ToolCall call = Calls.read("MCP:" + name, input);
            ToolCall served = call instanceof ToolCall.Mcp it
                    ? new ToolCall.Mcp(name, fields.anyText("server_name", "url", "command"), it.name(), it.input())
                    : call;
            return new Tool(name, input, served, fields.text("tool_use_id"));
        });
    }
}
