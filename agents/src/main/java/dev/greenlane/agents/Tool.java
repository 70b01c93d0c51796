package dev.greenlane.agents;

import dev.greenlane.engine.call.ToolCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The use of a tool that an event is about.
 *
 * @param name the tool's name as the client gave it
 * @param input the tool's input as it came: an object, a list, text, a number, a boolean; null for none
 * @param call what it means
 * @param useId the client's id of this use; empty where it gives none
 */
public record Tool(String name, @Nullable Object input, ToolCall call, Optional<String> useId) {}
