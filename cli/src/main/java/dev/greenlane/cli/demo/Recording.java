package dev.greenlane.cli.demo;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.call.ToolCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent said and did in a session, step by step.
 *
 * @param steps in order
 */
record Recording(List<Step> steps) {

    Recording {
        steps = List.copyOf(steps);
    }

    /** Something that happens in a session. */
    sealed interface Step {}

    /** What the person said. */
    record User(String text) implements Step {}

    /** What the agent said. */
    record Agent(String text) implements Step {}

    /**
     * What the agent wanted to do.
     *
     * @param call paths of file tools are absolute, as agents give them
     * @param risky whether it would do harm: it is never carried out, whatever the verdict is
     * @param instead whether it is the different approach that follows a denial
     */
    record Call(ToolCall call, boolean risky, boolean instead) implements Step {}

    /**
     * The session that comes with Greenlane.
     *
     * @param project what relative paths of file tools mean
     * @param home what {@code ~/} at the start of such a path means
     */
    static Recording standard(Path project, Path home) {
        try (InputStream in = Recording.class.getResourceAsStream("session.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("session.jsonl is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Recording(
                    text.lines().map(line -> step(line, project, home)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Call> calls() {
        return steps.stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    private static Step step(String line, Path project, Path home) {
        try {
            Map<String, Object> fields = Json.object(line);
            Optional<String> user = text(fields, "user");
            Optional<String> agent = text(fields, "agent");
            if (user.isPresent() || agent.isPresent()) {
                return user.<Step>map(User::new).orElseGet(() -> new Agent(agent.orElse("")));
            }
            Map<String, Object> input =
                    Json.asObject(fields.getOrDefault("input", Map.of())).orElseThrow();
            text(input, "file_path").ifPresent(path -> input.put("file_path", absolute(path, project, home)));
            return new Call(
                    Calls.read(text(fields, "tool").orElseThrow(), input),
                    fields.containsKey("risky"),
                    fields.containsKey("instead"));
        } catch (NotJson e) {
            throw new IllegalStateException("session.jsonl: " + e.reason(), e);
        }
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String absolute(String path, Path project, Path home) {
        return (path.startsWith("~/") ? home.resolve(path.substring(2)) : project.resolve(path)).toString();
    }
}
