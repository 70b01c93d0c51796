package dev.greenlane.engine.session;

import dev.greenlane.engine.call.ToolCall;
import java.util.Optional;

/**
 * A call that was executed.
 *
 * @param result what it gave back, where that is known
 */
public record Executed(ToolCall call, Optional<String> result) {

    /** A call of whose result nothing is known. */
    public Executed(ToolCall call) {
        this(call, Optional.empty());
    }
}
