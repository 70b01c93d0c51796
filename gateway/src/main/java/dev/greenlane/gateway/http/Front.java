package dev.greenlane.gateway.http;

import dev.greenlane.agents.input.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes requests in, lets them through, and takes their answers out. Thread-safe. */
final class Front extends Handler.Abstract {
    private static final int LONGEST_BODY = 128 << 20;
    private static final String TOKEN_IN_PATH = "/t/";

    private final Upstream upstream;
    private final Passage.Maker maker;
    private final Optional<String> token;

    /** @param token what stands in the path of every request; empty for nothing */
    Front(Upstream upstream, Passage.Maker maker, Optional<String> token) {
        super(InvocationType.BLOCKING);
        this.upstream = upstream;
        this.maker = maker;
        this.token = token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Outgoing out = new Outgoing(response);
        try {
            Optional<String> target = target(request.getHttpURI().getPathQuery());
            if (target.isEmpty()) {
                refuse(out, 403, "permission_error", "this gateway wants its token in the path: /t/TOKEN");
            } else {
                passed(request, target.get(), out);
            }
            callback.succeeded();
        } catch (Unreachable e) {
            failed(e, out, callback);
        } catch (IOException e) {
            failed(new Unreachable(502, "the answer broke off: " + e.getMessage()), out, callback);
        } catch (InterruptedException | RuntimeException e) {
            callback.failed(e);
        }
        return true;
    }

    /** Says so where that is possible. In the middle of an answer the connection ends. */
    private static void failed(Unreachable e, Outgoing out, Callback callback) {
        if (out.begun()) {
            callback.failed(e);
            return;
        }
        try {
            refuse(out, e.status(), e.status() == 504 ? "timeout_error" : "api_error", e.reason());
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        }
    }

    /** Path and query without what opens the door; empty where the door stays shut. */
    private Optional<String> target(String path) {
        if (token.isEmpty()) {
            return Optional.of(path);
        }
        String[] parts = path.startsWith(TOKEN_IN_PATH)
                ? path.substring(TOKEN_IN_PATH.length()).split("/", 2)
                : new String[0];
        return parts.length == 2 && isToken(parts[0], token.get()) ? Optional.of("/" + parts[1]) : Optional.empty();
    }

    private static boolean isToken(String given, String token) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private void passed(Request request, String target, Outgoing out)
            throws IOException, InterruptedException, Unreachable {
        String method = request.getMethod();
        List<HttpField> passing = Headers.passing(request.getHeaders());
        if (!maker.reads(method, target.split("\\?", 2)[0])) {
            streamed(request, method, target, passing, out);
            return;
        }
        byte[] body = body(request);
        if (body.length > LONGEST_BODY) {
            refuse(out, 413, "request_too_large", "the body is longer than " + (LONGEST_BODY >> 20) + " MB");
            return;
        }
        Thread self = Thread.currentThread();
        try (Passage passage = maker.passage(request.getHeaders(), passing, body)) {
            Optional<Passage.Own> own = passage.own();
            if (own.isPresent()) {
                out.whole(own.get().status(), own.get().body());
                return;
            }
            try (Upstream.Sent sent = upstream.send(
                            method, target, passage.fields(), Optional.of(new Body.Whole(passage.body())));
                    ClientWatch watch = new ClientWatch(request, () -> {
                        sent.giveUp();
                        self.interrupt();
                    })) {
                watch.begin();
                passage.answer(sent.head(), out);
            }
        }
    }

    private void streamed(Request request, String method, String target, List<HttpField> passing, Outgoing out)
            throws IOException, InterruptedException, Unreachable {
        AtomicReference<Upstream.@Nullable Sent> sent = new AtomicReference<>();
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        try (ClientWatch watch = new ClientWatch(request, () -> giveUp(sent.get()))) {
            Optional<Body> body = request.getLength() > 0 || chunked
                    ? Optional.of(new Body.Coming(request, request.getLength(), watch::begin))
                    : Optional.empty();
            try (Upstream.Sent going = upstream.send(method, target, passing, body)) {
                sent.set(going);
                if (body.isEmpty()) {
                    watch.begin();
                }
                out.pass(going.head());
            }
        }
    }

    private static void giveUp(Upstream.@Nullable Sent sent) {
        if (sent != null) {
            sent.giveUp();
        }
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(LONGEST_BODY + 1);
        }
    }

    /** Says no in the words of the API. */
    private static void refuse(Outgoing out, int status, String type, String reason) throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", "error");
        error.put("error", Map.of("type", type, "message", "Greenlane's gateway: " + reason));
        out.whole(status, Json.line(error).getBytes(StandardCharsets.UTF_8));
    }
}
