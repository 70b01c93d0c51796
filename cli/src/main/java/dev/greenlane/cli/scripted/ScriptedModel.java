package dev.greenlane.cli.scripted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenlane.agents.input.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model on the loopback address that wants to use a tool some times and then says that it is done. Which turn it is, it
 * tells from the number of tool results in the request, so it keeps no conversation. Thread-safe.
 */
public final class ScriptedModel implements AutoCloseable {
    static final String NAME = "scripted-model";

    private static final List<Wire> WIRES =
            List.of(new MessagesWire(), new ResponsesWire(), new ChatWire(), new GeminiWire());
    private static final String LAST_WORDS = "Finished.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> tools;
    private final List<Map<String, Object>> inputs;
    private List<String> results = List.of();
    private boolean finished;

    private ScriptedModel(HttpServer server, List<String> tools, List<Map<String, Object>> inputs) {
        this.server = server;
        this.tools = List.copyOf(tools);
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Starts it.
     *
     * @param tools names of the tool that it uses: the first that a request offers
     * @param inputs of the tool, one a turn
     */
    public static ScriptedModel start(List<String> tools, List<Map<String, Object>> inputs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedModel model = new ScriptedModel(server, tools, inputs);
        server.setExecutor(model.threads);
        server.createContext("/", model::answer);
        server.start();
        return model;
    }

    /** Its address, without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the tool's uses gave, as the agent told it, oldest first. */
    public synchronized List<String> results() {
        return results;
    }

    /** Whether it has said its last words. */
    public synchronized boolean finished() {
        return finished;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, Object> request =
                    Json.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Optional<Wire> wire =
                    WIRES.stream().filter(known -> known.serves(path)).findFirst();
            if (wire.isEmpty()) {
                send(exchange, 404, "application/json", "{\"error\":{\"message\":\"there is no such path\"}}");
                return;
            }
            Move move = move(wire.get().seen(request));
            if (wire.get().streams(path, request)) {
                send(exchange, 200, "text/event-stream", wire.get().stream(move));
            } else {
                send(exchange, 200, "application/json", wire.get().whole(move));
            }
        } catch (Json.NotJson e) {
            send(exchange, 404, "application/json", "{\"error\":{\"message\":\"" + e.reason() + "\"}}");
        }
    }

    private synchronized Move move(Seen seen) {
        if (seen.tools().isEmpty()) {
            return new Move.Say("ok");
        }
        if (seen.results().size() > results.size()) {
            results = seen.results();
        }
        int turn = seen.results().size();
        if (turn >= inputs.size()) {
            finished = true;
            return new Move.Say(LAST_WORDS);
        }
        String tool = tools.stream().filter(seen.tools()::contains).findFirst().orElse(tools.get(0));
        return new Move.Use(tool, inputs.get(turn));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
