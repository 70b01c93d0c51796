package dev.greenlane.cli.wire;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.session.Executed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of {@code review --jsonl}: one call, and what came before it in its session. */
public sealed interface SessionLine {

    /** What the line is known by: text, a number or a boolean; {@link Json.Null#NULL} where it has nothing such. */
    Object id();

    /**
     * A call.
     *
     * @param cwd the session's working directory, absolute; empty where it is not known
     * @param user what the person has said so far
     * @param earlier the last few calls of the session, which were executed
     */
    record Call(Object id, ToolCall call, Optional<String> cwd, List<String> user, List<Executed> earlier)
            implements SessionLine {}

    /** A line that is no call; {@code reason} says why. */
    record Bad(Object id, String reason) implements SessionLine {}

    /** Reads a line. Never throws. Members that it does not know are left aside. */
    static SessionLine read(String line) {
        Map<String, Object> fields;
        try {
            fields = Json.object(line);
        } catch (NotJson e) {
            return new Bad(Json.Null.NULL, e.reason());
        }
        Object id = id(fields);
        try {
            return new Call(id, call(fields, "it"), cwd(fields), user(fields), earlier(fields));
        } catch (NotACall e) {
            return new Bad(id, String.valueOf(e.getMessage()));
        }
    }

    private static Object id(Map<String, Object> fields) {
        Object id = fields.getOrDefault("id", Json.Null.NULL);
        return id instanceof String || id instanceof Number || id instanceof Boolean ? id : Json.Null.NULL;
    }

    private static ToolCall call(Map<String, Object> fields, String what) throws NotACall {
        if (!(fields.get("tool") instanceof String tool) || tool.isBlank()) {
            throw new NotACall(what + " has no tool");
        }
        Object input = fields.get("input");
        if (input == null) {
            throw new NotACall(what + " has no input");
        }
        return Calls.read(tool, input);
    }

    private static Optional<String> cwd(Map<String, Object> fields) throws NotACall {
        Object cwd = fields.get("cwd");
        if (cwd == null) {
            return Optional.empty();
        }
        if (!(cwd instanceof String folder)) {
            throw new NotACall("its cwd is not text");
        }
        return Optional.of(folder).filter(path -> path.startsWith("/"));
    }

    private static List<String> user(Map<String, Object> fields) throws NotACall {
        List<String> user = new ArrayList<>();
        for (Object said : list(fields, "user")) {
            if (!(said instanceof String text)) {
                throw new NotACall("its user is not a list of texts");
            }
            user.add(text);
        }
        return List.copyOf(user);
    }

    private static List<Executed> earlier(Map<String, Object> fields) throws NotACall {
        List<Executed> earlier = new ArrayList<>();
        for (Object call : list(fields, "calls")) {
            Map<String, Object> one =
                    Json.asObject(call).orElseThrow(() -> new NotACall("its calls are not a list of objects"));
            earlier.add(new Executed(call(one, "one of its calls"), Optional.ofNullable(text(one.get("result")))));
        }
        return List.copyOf(earlier);
    }

    /** What a call gave back: text as it is, anything else as JSON. */
    private static @Nullable String text(@Nullable Object result) {
        return result == null || result instanceof String ? (String) result : Json.line(result);
    }

    /** The elements of a list; a single value counts as a list of one. */
    private static List<?> list(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Why a line is no call. */
    final class NotACall extends Exception {
        private static final long serialVersionUID = 1L;

        private NotACall(String reason) {
            super(reason, null, false, false);
        }
    }
}
