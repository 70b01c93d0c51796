package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.drive.CodexHooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Codex with hooks for one run: they are given by {@code -c}, and so is the trust in them, which Codex wants before it runs any.
 * Hooks of Greenlane that are installed rest meanwhile, and nobody else's hook gains trust. Stateless.
 */
final class CodexRun {
    private static final String CONFIG = "-c";

    private CodexRun() {}

    /**
     * The words to run.
     *
     * @param words the user's
     * @param settings settings that hold Greenlane's hooks alone
     * @param client what Greenlane's hooks run
     */
    static List<String> command(
            List<String> words, String settings, Path client, Map<String, String> environment, Path folder)
            throws IOException {
        List<String> options = new ArrayList<>();
        hooks(settings)
                .forEach((event, hooks) -> options.addAll(List.of(CONFIG, "hooks." + event + "=" + toml(hooks))));
        Map<String, Object> state = new LinkedHashMap<>();
        for (CodexHooks.Hook hook : CodexHooks.list(words.get(0), options, environment, folder)) {
            if (hook.command().contains(client.toString())) {
                state.put(
                        hook.key(), hook.ofThisRun() ? Map.of("trusted_hash", hook.hash()) : Map.of("enabled", false));
            }
        }
        if (state.keySet().stream().noneMatch(key -> key.contains("session-flags"))) {
            throw new IOException("this Codex takes no hooks for one run; use greenlane install codex");
        }
        options.addAll(List.of(CONFIG, "hooks.state=" + toml(state)));
        List<String> command = new ArrayList<>(words);
        command.addAll(1, options);
        return command;
    }

    private static Map<String, Object> hooks(String settings) throws IOException {
        try {
            return Json.asObject(Json.object(settings).getOrDefault("hooks", Map.of()))
                    .orElse(Map.of());
        } catch (Json.NotJson e) {
            throw new IOException("the hooks cannot be read", e);
        }
    }

    /** A value on one line of TOML; its texts are written as those of JSON. */
    private static String toml(Object value) {
        return switch (value) {
            case Map<?, ?> table ->
                table.entrySet().stream()
                        .map(entry -> Json.line(entry.getKey()) + "=" + toml(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> array -> array.stream().map(CodexRun::toml).collect(Collectors.joining(",", "[", "]"));
            default -> Json.line(value);
        };
    }
}
