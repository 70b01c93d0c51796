package dev.greenlane.service.consent;

import dev.greenlane.agents.input.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Tells an address of the user's that a question waits. Nobody waits for it, and what goes wrong changes no verdict. Thread-safe. */
public final class Webhook {
    private static final int MILLIS = 5_000;
    private static final int AT_ONCE = 4;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Tells it; nothing of a question that comes while four others are being told.
     *
     * @param address {@code https://…}, or {@code http://} on this machine
     * @param seconds how long the call waits for an answer
     */
    public void tell(String address, Asked asked, long seconds) {
        if (!free.tryAcquire()) {
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                post(URI.create(address), Json.line(body(asked, seconds)));
            } catch (IOException | RuntimeException e) {
                // The question is listed all the same.
                return;
            } finally {
                free.release();
            }
        });
    }

    private static Map<String, Object> body(Asked asked, long seconds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("v", 1);
        body.put("ask", asked.number());
        body.put("time", asked.time().toString());
        body.put("agent", asked.agent());
        body.put("session", asked.session());
        body.put("cwd", asked.folder().orElse(""));
        body.put("tool", asked.tool());
        body.put("call", asked.text());
        body.put("rule", asked.rule());
        body.put("reason", asked.reason());
        body.put("waits_seconds", seconds);
        return body;
    }

    private static void post(URI address, String body) throws IOException {
        if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("no address for HTTP");
        }
        try {
            connection.setRequestMethod("POST");
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            try (InputStream answer = connection.getInputStream()) {
                answer.readNBytes(1);
            }
        } finally {
            connection.disconnect();
        }
    }
}
