package dev.greenlane.cli.drive;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The hooks that Codex knows, as its own app server lists them (method {@code hooks/list}; measured with 0.169.0). Codex runs a
 * hook only when the hash of its present form stands in the user's configuration as trusted, and skips others without a word.
 */
public final class CodexHooks {
    private static final int PATIENCE_SECONDS = 20;
    private static final int ASKED = 2;

    private CodexHooks() {}

    /**
     * One hook.
     *
     * @param key by which its trust is kept
     * @param command what it runs
     * @param hash of its present form
     * @param trusted whether Codex runs it
     * @param ofThisRun whether it was given by {@code -c} and not in a file
     */
    public record Hook(String key, String command, String hash, boolean trusted, boolean ofThisRun) {}

    /**
     * Asks Codex.
     *
     * @param codex the program
     * @param options words that come before its command
     * @param environment its whole environment
     * @param folder of the project that is meant
     * @throws IOException where it does not answer, as versions before hooks do
     */
    public static List<Hook> list(String codex, List<String> options, Map<String, String> environment, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(codex));
        command.addAll(options);
        command.add("app-server");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (var out = process.outputWriter(StandardCharsets.UTF_8);
                var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Map<String, Object> who = Map.of("clientInfo", Map.of("name", "greenlane", "version", "1"));
            out.write(Json.line(Map.of("jsonrpc", "2.0", "id", 1, "method", "initialize", "params", who)) + "\n");
            out.write(Json.line(Map.of("jsonrpc", "2.0", "method", "initialized")) + "\n");
            Map<String, Object> where = Map.of("cwds", List.of(folder.toString()));
            out.write(Json.line(Map.of("jsonrpc", "2.0", "id", ASKED, "method", "hooks/list", "params", where)) + "\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Fields answer = Fields.read(line);
                if (answer.value("id") instanceof Number id && id.intValue() == ASKED) {
                    return hooks(answer.object("result"));
                }
            }
            throw new IOException("Codex does not tell which hooks it knows");
        } catch (Json.NotJson e) {
            throw new IOException("Codex tells its hooks in another way than it used to", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Hook> hooks(Fields result) throws IOException {
        if (result.list("data").isEmpty()) {
            throw new IOException("Codex does not tell which hooks it knows");
        }
        return result.list("data").stream()
                .flatMap(place -> Fields.of(place).list("hooks").stream())
                .map(Fields::of)
                .map(hook -> new Hook(
                        hook.anyText("key"),
                        hook.anyText("command"),
                        hook.anyText("currentHash"),
                        List.of("trusted", "managed").contains(hook.anyText("trustStatus")),
                        hook.anyText("source").equals("sessionFlags")))
                .toList();
    }
}
