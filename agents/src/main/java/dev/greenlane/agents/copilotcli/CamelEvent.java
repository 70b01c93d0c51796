package dev.greenlane.agents.copilotcli;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.HookEvent.Unreadable;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Reasons;
import dev.greenlane.agents.input.Typed;
import java.util.Optional;
import java.util.Set;

/** Reads the events of hooks in camel case. Most do not say what they are: their members do. Stateless. */
final class CamelEvent {
    private static final Set<String> DECIDING = Set.of("preToolUse", "permissionRequest");

    private CamelEvent() {}

    static HookEvent read(String installed, Fields fields) {
        String name = name(fields);
        if (name.isEmpty()) {
            return new Unreadable(installed, "its members are not those of a known event");
        }
        if (DECIDING.contains(installed) && !name.equals(installed)) {
            return new Unreadable(installed, "it is another event, " + Reasons.shortened(name));
        }
        boolean undecided = !installed.isEmpty() && !DECIDING.contains(name);
        return named(undecided ? installed : name, fields);
    }

    /** Of tools the members tell for sure; of the rest they tell enough where nobody says which hook was installed. */
    private static String name(Fields fields) {
        if (fields.has("toolName")) {
            if (fields.has("toolResult")) {
                return "postToolUse";
            }
            boolean asks = fields.anyText("hookName").equals("permissionRequest")
                    || fields.has("permissionSuggestions")
                    || fields.has("toolInput") && !fields.has("toolArgs");
            return asks ? "permissionRequest" : "preToolUse";
        }
        if (fields.has("toolArgs") || fields.has("toolInput")) {
            return "";
        }
        return fields.text("hookName").orElseGet(() -> untold(fields));
    }

    private static String untold(Fields fields) {
        if (fields.has("prompt")) {
            return "userPromptSubmitted";
        }
        if (fields.has("source") || fields.has("initialPrompt")) {
            return "sessionStart";
        }
        if (fields.has("stopReason")) {
            return fields.has("agentName") ? "subagentStop" : "agentStop";
        }
        if (fields.has("agentName")) {
            return "subagentStart";
        }
        if (fields.has("error")) {
            return "errorOccurred";
        }
        return fields.has("reason") ? "sessionEnd" : "";
    }

    private static HookEvent named(String name, Fields fields) {
        Facts facts = new Facts(
                fields.text("sessionId"),
                fields.text("agentId"),
                fields.text("cwd"),
                Optional.empty(),
                fields.text("transcriptPath"));
        Optional<Tool> tool = tool(fields);
        return switch (name) {
            case "preToolUse" ->
                tool.<HookEvent>map(it -> new HookEvent.ToolUse(name, facts, it))
                        .orElseGet(() -> noTool(name));
            case "permissionRequest" ->
                tool.<HookEvent>map(it -> new HookEvent.PermissionAsked(name, facts, it))
                        .orElseGet(() -> noTool(name));
            case "postToolUse", "postToolUseFailure" ->
                tool.<HookEvent>map(it -> done(name, facts, it, fields)).orElseGet(() -> noTool(name));
            case "userPromptSubmitted" ->
                new HookEvent.Prompt(name, facts, fields.text("prompt").flatMap(Typed::words));
            case "sessionStart" -> new HookEvent.SessionStarted(name, facts, fields.anyText("source"));
            case "sessionEnd" -> new HookEvent.SessionEnded(name, facts, fields.anyText("reason"));
            case "agentStop" -> new HookEvent.Stopped(name, facts, "");
            case "subagentStart" -> new HookEvent.SubagentStarted(name, facts, fields.anyText("agentName"));
            case "subagentStop" -> new HookEvent.SubagentStopped(name, facts, "");
            default -> new HookEvent.Other(name, facts);
        };
    }

    private static HookEvent done(String name, Facts facts, Tool tool, Fields fields) {
        Fields result = fields.object("toolResult");
        boolean failed = name.equals("postToolUseFailure")
                || !result.text("resultType").map("success"::equals).orElse(true);
        return new HookEvent.ToolDone(name, facts, tool, fields.value("toolResult"), failed);
    }

    private static Unreadable noTool(String name) {
        return new Unreadable(name, "it has no toolName");
    }

    private static Optional<Tool> tool(Fields fields) {
        Object input = fields.has("toolArgs") ? fields.value("toolArgs") : fields.value("toolInput");
        return fields.text("toolName")
                .map(name -> new Tool(name, input, Calls.read(name, input), fields.text("toolCallId")));
    }
}
