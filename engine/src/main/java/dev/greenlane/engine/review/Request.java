package dev.greenlane.engine.review;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import java.util.List;

/**
 * One question to the reviewer.
 *
 * @param files sight of the files where the call is made
 * @param user what the person has said so far, oldest first
 * @param earlier earlier calls of the session that were executed, oldest first
 */
public record Request(
        ToolCall call,
        Surroundings surroundings,
        Files files,
        Mode mode,
        UserRules rules,
        List<String> user,
        List<ToolCall> earlier) {

    public Request {
        user = List.copyOf(user);
        earlier = List.copyOf(earlier);
    }
}
