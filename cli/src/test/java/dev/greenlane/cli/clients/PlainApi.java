package dev.greenlane.cli.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.Results;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A Messages API on the loopback address that knows nothing of verdicts: several calls a turn, a subagent, with a stream or without. */
final class PlainApi implements AutoCloseable {
    private final HttpServer server;
    private final boolean streams;
    private final List<List<Map<String, Object>>> turns;
    private final List<List<Map<String, Object>>> ofSubagent;
    private final List<Fields> requests = new CopyOnWriteArrayList<>();
    private final List<String> betas = new CopyOnWriteArrayList<>();
    private volatile List<String> results = List.of();

    private PlainApi(
            HttpServer server,
            boolean streams,
            List<List<Map<String, Object>>> turns,
            List<List<Map<String, Object>>> ofSubagent) {
        this.server = server;
        this.streams = streams;
        this.turns = turns;
        this.ofSubagent = ofSubagent;
    }

    static PlainApi start(
            boolean streams, List<List<Map<String, Object>>> turns, List<List<Map<String, Object>>> ofSubagent)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PlainApi api = new PlainApi(server, streams, turns, ofSubagent);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", api::answer);
        server.start();
        return api;
    }

    static Map<String, Object> use(String tool, Map<String, Object> input) {
        Map<String, Object> use = new LinkedHashMap<>();
        use.put("type", "tool_use");
        use.put("name", tool);
        use.put("input", input);
        return use;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests for answers of the model. */
    List<Fields> requests() {
        return requests;
    }

    List<String> betas() {
        return betas;
    }

    /** What the uses of the session itself gave. */
    List<String> results() {
        return results;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!exchange.getRequestURI().getPath().endsWith("/v1/messages")) {
                send(exchange, 404, "application/json", "{}");
                return;
            }
            Fields request = Fields.read(body);
            requests.add(request);
            betas.add(String.valueOf(exchange.getRequestHeaders().getFirst("anthropic-beta")));
            boolean stream = request.isTrue("stream");
            if (stream && !streams) {
                send(
                        exchange,
                        404,
                        "application/json",
                        "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\"}}");
                return;
            }
            boolean sub = exchange.getRequestHeaders().containsKey("x-claude-code-agent-id");
            Map<String, Object> message = message(sub ? ofSubagent : turns, request, sub);
            send(
                    exchange,
                    200,
                    stream ? "text/event-stream" : "application/json",
                    stream ? events(message) : Json.line(message));
        } catch (NotJson e) {
            send(exchange, 400, "application/json", "{}");
        }
    }

    private Map<String, Object> message(List<List<Map<String, Object>>> script, Fields request, boolean sub) {
        List<String> given = new ArrayList<>();
        for (Object message : request.list("messages")) {
            for (Object part : Fields.of(message).list("content")) {
                if (Fields.of(part).anyText("type").equals("tool_result")) {
                    given.add(Results.text(Fields.of(part).value("content")));
                }
            }
        }
        if (!sub && given.size() >= results.size()) {
            results = given;
        }
        int done = 0;
        List<Object> content = new ArrayList<>();
        for (List<Map<String, Object>> turn : script) {
            if (given.size() == done) {
                for (Map<String, Object> use : turn) {
                    Map<String, Object> named = new LinkedHashMap<>(use);
                    named.put("id", "toolu_" + UUID.randomUUID().toString().replace("-", ""));
                    content.add(named);
                }
                break;
            }
            done += turn.size();
        }
        boolean uses = !content.isEmpty();
        if (!uses) {
            content.add(Map.of("type", "text", "text", "Finished."));
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", "msg_" + UUID.randomUUID());
        message.put("type", "message");
        message.put("role", "assistant");
        message.put("model", request.anyText("model"));
        message.put("content", content);
        message.put("stop_reason", uses ? "tool_use" : "end_turn");
        message.put("stop_sequence", Json.Null.NULL);
        message.put("usage", Map.of("input_tokens", 1, "output_tokens", 1));
        return message;
    }

    private static String events(Map<String, Object> message) {
        Map<String, Object> start = new LinkedHashMap<>(message);
        start.put("content", List.of());
        start.put("stop_reason", Json.Null.NULL);
        StringBuilder all = new StringBuilder(event("message_start", Map.of("message", start)));
        List<?> content = (List<?>) message.get("content");
        for (int i = 0; i < content.size(); i++) {
            Fields block = Fields.of(content.get(i));
            Map<String, Object> begun = new LinkedHashMap<>(block.all());
            boolean use = begun.containsKey("input");
            begun.put(use ? "input" : "text", use ? Map.of() : "");
            Map<String, Object> delta = use
                    ? Map.of(
                            "type",
                            "input_json_delta",
                            "partial_json",
                            Json.line(block.object("input").all()))
                    : Map.of("type", "text_delta", "text", block.anyText("text"));
            all.append(event("content_block_start", Map.of("index", i, "content_block", begun)))
                    .append(event("content_block_delta", Map.of("index", i, "delta", delta)))
                    .append(event("content_block_stop", Map.of("index", i)));
        }
        Map<String, Object> delta = new LinkedHashMap<>();
        delta.put("stop_reason", message.get("stop_reason"));
        delta.put("stop_sequence", Json.Null.NULL);
        return all.append(event("message_delta", Map.of("delta", delta, "usage", Map.of("output_tokens", 1))))
                .append(event("message_stop", Map.of()))
                .toString();
    }

    private static String event(String type, Map<String, Object> members) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.putAll(members);
        return "event: " + type + "\ndata: " + Json.line(data) + "\n\n";
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

    @Override
    public void close() {
        server.stop(0);
    }
}
