package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.scripted.ScriptedModel;
import dev.greenlane.gateway.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends requests through a gateway to a scripted model, as Claude Code would, and sees whether verdicts arrive. Stateless. */
final class GatewayProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RISKY = "rm -rf /";
    private static final String HARMLESS = "ls";

    private GatewayProbe() {}

    /** What is wrong, as a clause; empty where the risky call is flagged and the harmless one is not. */
    static Optional<String> problem(Resident resident) throws InterruptedException {
        List<Map<String, Object>> inputs = List.of(Map.of("command", RISKY), Map.of("command", HARMLESS));
        try (ScriptedModel model = ScriptedModel.start(List.of("Bash"), inputs);
                Gateway gateway = Gateways.onLoopback(URI.create(model.url()), resident, Optional.empty());
                HttpClient client = HttpClient.newHttpClient()) {
            String risky = answer(client, gateway, 0);
            String harmless = answer(client, gateway, 1);
            if (!risky.contains("safeguard_results") || !harmless.contains("safeguard_results")) {
                return Optional.of("no verdicts arrive");
            }
            return risky.contains("\"outcome\":\"flagged\"") && harmless.contains("\"outcome\":\"not_flagged\"")
                    ? Optional.empty()
                    : Optional.of("the verdicts that arrive are not those that must");
        } catch (IOException e) {
            return Optional.of("it cannot run: " + e.getMessage());
        }
    }

    private static String answer(HttpClient client, Gateway gateway, int results)
            throws IOException, InterruptedException {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            messages.add(Map.of(
                    "role",
                    "user",
                    "content",
                    List.of(Map.of("type", "tool_result", "tool_use_id", "none", "content", "x"))));
        }
        Map<String, Object> context = Map.of("v", 1, "permission_mode", "auto", "live_cwd", "/");
        String body = Json.line(Map.of(
                "messages",
                messages,
                "tools",
                List.of(Map.of("name", "Bash")),
                "stream",
                true,
                "safeguards",
                List.of(Map.of("type", "dangerous_tool_use", "classifier_context", context))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/messages"))
                .timeout(PATIENCE)
                .header("x-claude-code-session-id", "greenlane-doctor")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
