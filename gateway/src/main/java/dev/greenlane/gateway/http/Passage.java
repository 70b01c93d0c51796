package dev.greenlane.gateway.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** What becomes of one request whose body is read here, and of its answer. */
public interface Passage extends AutoCloseable {
    /** The answer, where none is fetched. */
    default Optional<Own> own() throws InterruptedException {
        return Optional.empty();
    }

    /** The body that goes on. */
    byte[] body();

    /** The headers that go on. */
    List<HttpField> fields();

    /** Hands the answer on. Runs in the request's own thread, which is interrupted when the client goes away. */
    void answer(Upstream.Head head, Outgoing out) throws IOException, InterruptedException;

    /** Nothing of it is needed any more. */
    @Override
    default void close() {}

    /** An answer of the gateway's own, JSON. */
    record Own(int status, byte[] body) {}

    /** Makes passages. */
    interface Maker {
        /** Whether the bodies of such requests are to be read here. */
        boolean reads(String method, String path);

        /**
         * What becomes of a request.
         *
         * @param fields its headers, as the client sent them
         * @param passing those of them that would go on
         */
        Passage passage(HttpFields fields, List<HttpField> passing, byte[] body);
    }
}
