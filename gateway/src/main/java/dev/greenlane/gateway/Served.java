package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.gateway.http.Headers;
import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.http.Upstream;
import dev.greenlane.gateway.messages.MessagesRequest;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** A request whose answer gets verdicts. For one request. */
final class Served implements Passage {
    private static final String BETA = "anthropic-beta";

    private final byte[] body;
    private final List<HttpField> fields;
    private final Hearing hearing;
    private final Voice voice;
    private final Knowledge knowledge;

    Served(
            byte[] original,
            MessagesRequest request,
            List<HttpField> passing,
            Hearing hearing,
            Voice voice,
            Knowledge knowledge) {
        boolean understood = knowledge.understands();
        this.body = understood ? original : request.withoutSafeguards();
        this.fields = passing(passing, understood);
        this.hearing = hearing;
        this.voice = voice;
        this.knowledge = knowledge;
    }

    @Override
    public Optional<Own> own() {
        return Optional.empty();
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public List<HttpField> fields() {
        return fields;
    }

    /** The answer has to be read, so it must not be compressed in a way that is not understood here. */
    private static List<HttpField> passing(List<HttpField> passing, boolean understood) {
        List<HttpField> fields = new ArrayList<>();
        for (HttpField field : passing) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            if (name.equals(BETA) && !understood) {
                String rest = Headers.without(String.valueOf(field.getValue()), Safeguards.BETA);
                if (!rest.isEmpty()) {
                    fields.add(new HttpField(field.getName(), rest));
                }
            } else if (!name.equals("accept-encoding") && !name.equals("content-encoding")) {
                fields.add(field);
            }
        }
        fields.add(new HttpField(HttpHeader.ACCEPT_ENCODING, "identity"));
        return fields;
    }

    @Override
    public void answer(Upstream.Head head, Outgoing out) throws IOException, InterruptedException {
        String type = Optional.ofNullable(head.fields().get(HttpHeader.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean stream = type.startsWith("text/event-stream");
        if (head.status() != 200 || !stream && !type.startsWith("application/json")) {
            out.pass(head);
            return;
        }
        try (InputStream in = plain(head)) {
            if (stream) {
                out.begin(head, List.of("content-encoding"));
                new StreamedAnswer(hearing, voice, knowledge, out).copy(in);
            } else {
                out.begin(head, List.of("content-encoding"));
                new WholeAnswer(hearing, voice, knowledge, out).copy(in);
            }
        }
    }

    private static InputStream plain(Upstream.Head head) throws IOException {
        String encoding = Optional.ofNullable(head.fields().get(HttpHeader.CONTENT_ENCODING))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> head.body();
            case "gzip", "x-gzip" -> new GZIPInputStream(head.body());
            default -> throw new IOException("the API's answer is compressed as nobody asked for: " + encoding);
        };
    }

    @Override
    public void close() {
        hearing.close();
    }

    /** The first value of a header; empty where there is none. */
    static Optional<String> header(HttpFields fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether nobody sits before the client, as its name for itself says. */
    static Optional<Boolean> headless(HttpFields fields) {
        String agent = header(fields, "user-agent").orElse("");
        return agent.contains("sdk-")
                ? Optional.of(true)
                : agent.contains(", cli") ? Optional.of(false) : Optional.empty();
    }

    /** A value as an object. */
    static Fields object(Optional<Object> value) {
        return Fields.of(value.orElse(null));
    }
}
