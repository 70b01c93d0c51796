package dev.greenlane.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The API behind the gateway. Connections are kept and used again. Thread-safe. */
public final class Upstream implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 4096;
    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final int TRIES = 2;

    private final HttpClient client;
    private final URI base;
    private final String path;
    private final Duration patience;

    /**
     * @param base what stands before the paths of requests
     * @param patience how long the API may be silent
     */
    public Upstream(URI base, Duration patience) throws IOException {
        this.base = base;
        this.path = Optional.ofNullable(base.getRawPath()).orElse("").replaceFirst("/+$", "");
        this.patience = patience;
        this.client = new HttpClient();
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("upstream");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setByteBufferPool(Buffers.pool());
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestHeadersSize(LONGEST_HEAD);
        client.setMaxResponseHeadersSize(LONGEST_HEAD);
        client.setRequestBufferSize(BUFFER);
        client.setResponseBufferSize(BUFFER);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setIdleTimeout(patience.toMillis());
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        try {
            client.start();
        } catch (Exception e) {
            throw new IOException("the client cannot be started: " + e.getMessage(), e);
        }
        // What is compressed stays so.
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
    }

    /** The host, for people. */
    public String host() {
        return String.valueOf(base.getHost());
    }

    /** A request on its way; may be given up from another thread at any time. */
    public final class Sent implements AutoCloseable {
        private final String method;
        private final String target;
        private final List<HttpField> fields;
        private final Optional<Body> body;
        private Optional<Request> request = Optional.empty();
        private Optional<InputStreamResponseListener> answer = Optional.empty();
        private boolean givenUp;

        private Sent(String method, String target, List<HttpField> fields, Optional<Body> body) {
            this.method = method;
            this.target = target;
            this.fields = List.copyOf(fields);
            this.body = body;
        }

        /**
         * Waits for the head of the answer. Where no connection came about it is tried once more.
         *
         * @throws Unreachable where there is none
         */
        public Head head() throws Unreachable, InterruptedException {
            for (int tried = 1; ; tried++) {
                InputStreamResponseListener listener = send();
                try {
                    Response response = listener.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                    return new Head(response.getStatus(), response.getHeaders(), listener.getInputStream());
                } catch (TimeoutException e) {
                    giveUp();
                    throw new Unreachable(504, base + " did not answer within " + patience.toSeconds() + " seconds");
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    boolean again = cause instanceof ConnectException && tried < TRIES && repeatable();
                    if (!again) {
                        throw unreachable(cause);
                    }
                }
            }
        }

        private synchronized InputStreamResponseListener send() {
            Request fresh = client.newRequest(base.getHost(), base.getPort())
                    .scheme(base.getScheme())
                    .method(method)
                    .path(path + target)
                    .idleTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .headers(all -> fields.forEach(all::add));
            body.ifPresent(it -> fresh.body(it.content()));
            InputStreamResponseListener listener = new InputStreamResponseListener();
            request = Optional.of(fresh);
            answer = Optional.of(listener);
            if (givenUp) {
                fresh.abort(new IOException("the client has gone away"));
            }
            fresh.send(listener);
            return listener;
        }

        private boolean repeatable() {
            return body.map(it -> it instanceof Body.Whole).orElse(true);
        }

        /** Ends it, whatever has come of it. */
        public synchronized void giveUp() {
            givenUp = true;
            request.ifPresent(it -> it.abort(new IOException("the client has gone away")));
        }

        @Override
        public void close() throws IOException {
            if (answer.isPresent()) {
                answer.get().close();
            }
        }
    }

    /** The head of an answer, and its body as it comes. */
    public record Head(int status, HttpFields fields, InputStream body) {}

    /**
     * Begins a request.
     *
     * @param target path and query as the client wrote them
     */
    Sent send(String method, String target, List<HttpField> fields, Optional<Body> body) {
        return new Sent(method, target, fields, body);
    }

    private Unreachable unreachable(Throwable cause) {
        if (cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException) {
            return new Unreachable(504, base + " did not answer in time");
        }
        String why = cause instanceof UnknownHostException
                ? "there is no such host"
                : Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName());
        return new Unreachable(502, base + " cannot be reached: " + why);
    }

    @Override
    public void close() throws IOException {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
