package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.http.Upstream;
import dev.greenlane.gateway.messages.MessagesRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpField;

/** A request whose answer gets verdicts. For one request. */
final class Served implements Passage {
    private final byte[] body;
    private final List<HttpField> fields;
    private final Verdicts verdicts;

    Served(byte[] original, MessagesRequest request, List<HttpField> passing, Verdicts verdicts) {
        boolean understood = verdicts.knowledge().understands();
        this.body = understood ? original : request.withoutSafeguards();
        this.fields = Heads.readable(understood ? passing : Heads.withoutBeta(passing));
        this.verdicts = verdicts;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public List<HttpField> fields() {
        return fields;
    }

    @Override
    public void answer(Upstream.Head head, Outgoing out) throws IOException, InterruptedException {
        if (head.status() != 200 || !Answers.isAnswer(head)) {
            out.pass(head);
            return;
        }
        try (InputStream in = plain(head)) {
            out.begin(head, List.of("content-encoding"));
            if (Answers.isStream(head)) {
                new StreamedAnswer(verdicts, out).copy(in);
            } else {
                new WholeAnswer(verdicts, out).copy(in);
            }
        }
    }

    private static InputStream plain(Upstream.Head head) throws IOException {
        String encoding = Answers.encoding(head);
        return switch (encoding) {
            case "identity" -> head.body();
            case "gzip", "x-gzip" -> new GZIPInputStream(head.body());
            default -> throw new IOException("the API's answer is compressed as nobody asked for: " + encoding);
        };
    }

    @Override
    public void close() {
        verdicts.hearing().close();
    }
}
