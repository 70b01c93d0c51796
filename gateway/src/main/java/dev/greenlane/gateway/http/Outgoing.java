package dev.greenlane.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** The answer that the client gets. Each piece is on its way when the call returns. For one thread. */
public final class Outgoing {
    private static final int PIECE = 16 * 1024;

    private final Response response;
    private final OutputStream body;

    Outgoing(Response response) {
        this.response = response;
        this.body = Content.Sink.asOutputStream(response);
    }

    /** Hands an answer on as it is. */
    public void pass(Upstream.Head head) throws IOException {
        begin(head, List.of());
        Optional.ofNullable(head.fields().getField(HttpHeader.CONTENT_LENGTH)).ifPresent(response.getHeaders()::put);
        byte[] piece = new byte[PIECE];
        try (InputStream in = head.body()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                body.write(piece, 0, read);
            }
        }
        body.close();
    }

    /**
     * Begins an answer whose body is another one than came.
     *
     * @param without names of headers that do not hold any more, in lower case
     */
    public void begin(Upstream.Head head, List<String> without) {
        response.setStatus(head.status());
        for (HttpField field : Headers.passing(head.fields())) {
            if (!without.contains(field.getName().toLowerCase(Locale.ROOT))) {
                response.getHeaders().add(field);
            }
        }
    }

    /** Begins and ends an answer. */
    void whole(int status, byte[] json) throws IOException {
        response.reset();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        body.write(json);
        body.close();
    }

    /** Says how long the body is. */
    public void length(long bytes) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
    }

    /** Sends a piece of the body. */
    public void write(byte[] bytes, int from, int count) throws IOException {
        body.write(bytes, from, count);
    }

    /** Ends the body. */
    public void end() throws IOException {
        body.close();
    }

    boolean begun() {
        return response.isCommitted();
    }
}
