package dev.greenlane.models.scripted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Goes through its script line by line, and stays at the last one. As some local servers, it takes no offer of HTTP/2.
 * Thread-safe.
 */
public final class ScriptedJudge implements AutoCloseable {
    private static final int INPUT_TOKENS = 400;
    private static final int OUTPUT_TOKENS = 20;
    private static final int CACHED_TOKENS = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<Line> script;
    private final List<String> asked = new ArrayList<>();

    private ScriptedJudge(HttpServer server, List<Line> script) {
        this.server = server;
        this.script = new ArrayDeque<>(script);
    }

    /** Starts one that does this, in this order. */
    public static ScriptedJudge start(Line... script) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedJudge judge = new ScriptedJudge(server, List.of(script));
        server.setExecutor(judge.threads);
        server.createContext("/", judge::answer);
        server.start();
        return judge;
    }

    /** Its address, for both protocols. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The bodies of the requests, oldest first. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean messages = exchange.getRequestURI().getPath().endsWith("/messages");
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestHeaders().containsKey("Upgrade")) {
                send(exchange, 400, "{}");
                return;
            }
            switch (next(request)) {
                case Line.Say say -> send(exchange, 200, messages ? message(say.text()) : completion(say.text()));
                case Line.Refuse refuse -> send(exchange, 200, messages ? refusal() : filtered());
                case Line.Fail fail -> send(exchange, fail.status(), "{\"error\":{\"message\":\"no\"}}");
                case Line.Garble garble -> send(exchange, 200, garble.body());
                case Line.Hang hang -> end.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Line next(String request) {
        asked.add(request);
        return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }

    private static String message(String text) {
        return "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"scripted\",\"content\":[{\"type\":\"text\","
            + "\"text\":" + quoted(text) + "}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":"
                + INPUT_TOKENS
                + ",\"output_tokens\":" + OUTPUT_TOKENS + ",\"cache_read_input_tokens\":" + CACHED_TOKENS
                + ",\"cache_creation_input_tokens\":0}}";
    }

    private static String refusal() {
        return "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"scripted\",\"content\":[],"
                + "\"stop_reason\":\"refusal\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
    }

    private static String completion(String text) {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"scripted\",\"choices\":[{\"index\":0,"
            + "\"message\":{\"role\":\"assistant\",\"content\":" + quoted(text) + "},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":" + (INPUT_TOKENS + CACHED_TOKENS) + ",\"completion_tokens\":"
                + OUTPUT_TOKENS + ",\"total_tokens\":" + (INPUT_TOKENS + CACHED_TOKENS + OUTPUT_TOKENS)
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + CACHED_TOKENS + "}}}";
    }

    private static String filtered() {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"scripted\",\"choices\":[{\"index\":0,"
            + "\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":\"content_filter\"}]}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
