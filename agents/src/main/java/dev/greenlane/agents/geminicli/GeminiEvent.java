package dev.greenlane.agents.geminicli;

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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Gemini CLI's events. Stateless. */
final class GeminiEvent {
    static final String BEFORE_TOOL = "BeforeTool";

    /** Tools of MCP servers are named {@code mcp_SERVER_TOOL}; a server's name has no underscore. */
    private static final Pattern MCP = Pattern.compile("mcp_([^_]+)_(.+)", Pattern.DOTALL);

    private GeminiEvent() {}

    static HookEvent read(String installed, String body) {
        Fields fields;
        try {
            fields = Fields.read(body);
        } catch (NotJson e) {
            return new Unreadable(installed, e.reason());
        }
        String name = fields.text("hook_event_name").orElse("");
        if (name.isEmpty()) {
            return new Unreadable(installed, "it has no hook_event_name");
        }
        if (installed.equals(BEFORE_TOOL) && !name.equals(BEFORE_TOOL)) {
            return new Unreadable(installed, "it is another event, " + Reasons.shortened(name));
        }
        return named(name, fields);
    }

    private static HookEvent named(String name, Fields fields) {
        Facts facts = new Facts(
                fields.text("session_id"),
                Optional.empty(),
                fields.text("cwd"),
                Optional.empty(),
                fields.text("transcript_path"));
        return switch (name) {
            case BEFORE_TOOL ->
                tool(fields)
                        .<HookEvent>map(tool -> new HookEvent.ToolUse(name, facts, tool))
                        .orElseGet(() -> new Unreadable(name, "it has no tool_name"));
            case "AfterTool" ->
                tool(fields)
                        .<HookEvent>map(tool -> done(name, facts, tool, fields))
                        .orElseGet(() -> new Unreadable(name, "it has no tool_name"));
            case "BeforeAgent" ->
                new HookEvent.Prompt(name, facts, fields.text("prompt").flatMap(Typed::words));
            case "AfterAgent" -> new HookEvent.Stopped(name, facts, fields.anyText("prompt_response"));
            case "SessionStart" -> new HookEvent.SessionStarted(name, facts, fields.anyText("source"));
            case "SessionEnd" -> new HookEvent.SessionEnded(name, facts, fields.anyText("reason"));
            default -> new HookEvent.Other(name, facts);
        };
    }

    private static HookEvent done(String name, Facts facts, Tool tool, Fields fields) {
        boolean failed = fields.object("tool_response").has("error");
        return new HookEvent.ToolDone(name, facts, tool, fields.value("tool_response"), failed);
    }

    private static Optional<Tool> tool(Fields fields) {
        return fields.text("tool_name")
                .map(name -> new Tool(name, fields.value("tool_input"), call(name, fields), Optional.empty()));
    }

    /** The client tells server and tool apart where the tool is a server's; its name alone does so less surely. */
    private static ToolCall call(String name, Fields fields) {
        ToolCall call = Calls.read(name, fields.value("tool_input"));
        if (!(call instanceof ToolCall.Unknown(String tool, Map<String, Object> input))) {
            return call;
        }
        Fields context = fields.object("mcp_context");
        Matcher parts = MCP.matcher(name);
        boolean named = parts.matches();
        Optional<String> server =
                context.text("server_name").or(() -> Optional.ofNullable(named ? parts.group(1) : null));
        String inServer = context.text("tool_name").orElseGet(() -> named ? parts.group(2) : name);
        return server.<ToolCall>map(it -> new ToolCall.Mcp(tool, it, inServer, input))
                .orElse(call);
    }
}
