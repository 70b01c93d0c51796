package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.http.Upstream;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/** A request that goes on as it is, and its answer too. */
record Untouched(byte[] body, List<HttpField> fields) implements Passage {
    @Override
    public void answer(Upstream.Head head, Outgoing out) throws IOException {
        out.pass(head);
    }
}
