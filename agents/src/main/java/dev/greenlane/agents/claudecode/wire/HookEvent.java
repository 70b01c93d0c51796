package dev.greenlane.agents.claudecode.wire;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Claude Code tells a hook. */
public sealed interface HookEvent {

    /**
     * The agent is about to use a tool.
     *
     * @param input the tool's input as it came: an object in every known version
     * @param cwd the session's working directory; empty where it was not said
     * @param permissionMode the client's own mode; empty where it was not said
     */
    record PreToolUse(String tool, @Nullable Object input, Optional<String> cwd, Optional<String> permissionMode)
            implements HookEvent {}

    /** Any other event. */
    record Other(String name) implements HookEvent {}

    /** Something that is no event; {@code reason} says why, as a clause. */
    record Unreadable(String reason) implements HookEvent {}

    /** Reads what came on standard input. Never throws. */
    static HookEvent read(String text) {
        Map<String, Object> event;
        try {
            event = Json.object(text);
        } catch (NotJson e) {
            return new Unreadable(e.reason());
        }
        Optional<String> name = text(event, "hook_event_name");
        if (name.isEmpty()) {
            return new Unreadable("it has no hook_event_name");
        }
        if (!name.get().equals("PreToolUse")) {
            return new Other(name.get());
        }
        Optional<String> tool = text(event, "tool_name");
        if (tool.isEmpty()) {
            return new Unreadable("it has no tool_name");
        }
        return new PreToolUse(tool.get(), event.get("tool_input"), text(event, "cwd"), text(event, "permission_mode"));
    }

    private static Optional<String> text(Map<String, Object> event, String field) {
        return event.get(field) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
