package dev.greenlane.gateway.messages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the model wants to use.
 *
 * @param id the id by which the client knows this use
 * @param name the tool's name; empty text where it has none
 * @param input the tool's input, plain values; null for none
 * @param flaw why it cannot be judged; empty where it can
 */
public record ToolUse(String id, String name, @Nullable Object input, Optional<Flaw> flaw) {
    /** What is wrong with a use. */
    public enum Flaw {
        /** The answer ended before it was complete. */
        TRUNCATED,
        /** It cannot be read. */
        UNREADABLE
    }

    /** A use that can be judged if it has a name. */
    public ToolUse(String id, String name, @Nullable Object input) {
        this(id, name, input, name.isBlank() ? Optional.of(Flaw.UNREADABLE) : Optional.empty());
    }

    ToolUse with(Flaw found) {
        return new ToolUse(id, name, input, Optional.of(found));
    }
}
