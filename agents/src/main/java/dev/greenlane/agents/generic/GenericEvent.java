package dev.greenlane.agents.generic;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.HookEvent.Unreadable;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.session.Executed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads our own JSON. Stateless. */
final class GenericEvent {
    static final String TOOL_USE = "tool-use";
    static final List<String> NAMES = List.of(
            TOOL_USE,
            "permission",
            "tool-done",
            "prompt",
            "session-start",
            "session-end",
            "stop",
            "subagent-start",
            "subagent-stop");

    private GenericEvent() {}

    static HookEvent read(String installed, String body) {
        Fields fields;
        try {
            fields = Fields.read(body);
        } catch (NotJson e) {
            return new Unreadable(installed, e.reason());
        }
        String given = installed.isEmpty() ? TOOL_USE : installed;
        String name = fields.text("event").orElse(given);
        if (!installed.isEmpty() && !name.equals(installed)) {
            return new Unreadable(installed, "its event is another one");
        }
        return named(name, fields);
    }

    /** The use of a tool that an event is about. */
    static Optional<Tool> tool(HookEvent event) {
        return switch (event) {
            case HookEvent.ToolUse use -> Optional.of(use.tool());
            case HookEvent.PermissionAsked asked -> Optional.of(asked.tool());
            case HookEvent.ToolDone done -> Optional.of(done.tool());
            default -> Optional.empty();
        };
    }

    private static HookEvent named(String name, Fields fields) {
        Facts facts = facts(fields);
        Optional<Tool> tool = tool(fields);
        boolean needsTool = name.equals(TOOL_USE) || name.equals("permission") || name.equals("tool-done");
        if (needsTool && (tool.isEmpty() || fields.value("input") == null)) {
            return new Unreadable(name, tool.isEmpty() ? "it has no tool" : "it has no input");
        }
        return switch (name) {
            case TOOL_USE -> new HookEvent.ToolUse(name, facts, tool.orElseThrow());
            case "permission" -> new HookEvent.PermissionAsked(name, facts, tool.orElseThrow());
            case "tool-done" ->
                new HookEvent.ToolDone(
                        name, facts, tool.orElseThrow(), fields.value("result"), fields.isTrue("failed"));
            case "prompt" -> new HookEvent.Prompt(name, facts, fields.text("text"));
            case "session-start" -> new HookEvent.SessionStarted(name, facts, fields.anyText("source"));
            case "session-end" -> new HookEvent.SessionEnded(name, facts, fields.anyText("reason"));
            case "stop" -> new HookEvent.Stopped(name, facts, fields.anyText("text"));
            case "subagent-start" -> new HookEvent.SubagentStarted(name, facts, fields.anyText("kind"));
            case "subagent-stop" -> new HookEvent.SubagentStopped(name, facts, fields.anyText("text"));
            default -> new Unreadable(TOOL_USE, "its event is not known");
        };
    }

    private static Facts facts(Fields fields) {
        return new Facts(
                fields.text("session"),
                fields.text("subagent"),
                fields.text("cwd").filter(path -> path.startsWith("/")),
                fields.text("mode"),
                fields.text("transcript"),
                Presence.of(fields.value("headless")),
                user(fields),
                earlier(fields));
    }

    private static List<String> user(Fields fields) {
        List<String> user = new ArrayList<>();
        fields.text("user").ifPresent(user::add);
        for (Object said : fields.list("user")) {
            if (said instanceof String text) {
                user.add(text);
            }
        }
        return user;
    }

    private static List<Executed> earlier(Fields fields) {
        List<Executed> earlier = new ArrayList<>();
        for (Object call : fields.list("calls")) {
            Fields one = Fields.of(call);
            tool(one).map(tool -> new Executed(tool.call(), one.text("result"))).ifPresent(earlier::add);
        }
        return earlier;
    }

    private static Optional<Tool> tool(Fields fields) {
        Object input = fields.value("input");
        Optional<String> id = Optional.ofNullable(fields.value("id"))
                .filter(it -> it instanceof String || it instanceof Number)
                .map(Object::toString);
        return fields.text("tool").map(name -> new Tool(name, input, Calls.read(name, input), id));
    }
}
