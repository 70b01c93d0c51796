package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.messages.MessagesRequest;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Identity;
import dev.greenlane.gateway.verdicts.Judge;
import dev.greenlane.gateway.verdicts.Judge.Scene;
import dev.greenlane.gateway.verdicts.Voice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Sees what a request is about, and what is to be done with it. Thread-safe. */
final class Passages implements Passage.Maker {
    private static final int LONGEST_UNPACKED = 256 << 20;

    private final Judge judge;
    private final Manner manner;
    private final Knowledge knowledge;

    Passages(Judge judge, Manner manner, Knowledge knowledge) {
        this.judge = judge;
        this.manner = manner;
        this.knowledge = knowledge;
    }

    @Override
    public boolean reads(String method, String path) {
        return method.equals("POST") && path.endsWith("/v1/messages");
    }

    @Override
    public Passage passage(HttpFields fields, List<HttpField> passing, byte[] body) {
        byte[] plain = unpacked(fields, body);
        Optional<MessagesRequest> request = MessagesRequest.of(plain);
        Optional<Safeguards> safeguards = request.flatMap(MessagesRequest::safeguards);
        if (request.isEmpty() || safeguards.isEmpty()) {
            return new Untouched(body, passing);
        }
        Identity identity = new Identity(
                Served.header(fields, "x-claude-code-session-id"),
                Served.header(fields, "x-claude-code-agent-id"),
                Served.headless(fields));
        boolean shadow = knowledge.understands() && manner.voice() == Voice.UPSTREAM;
        Hearing hearing = new Hearing(
                judge,
                () -> new Scene(
                        identity,
                        safeguards.get(),
                        request.get().conversation(identity.subagent().isEmpty()),
                        shadow));
        return new Served(plain, request.get(), passing, hearing, manner.voice(), knowledge);
    }

    /** The body as it is read; one that cannot be unpacked stays as it is. */
    private static byte[] unpacked(HttpFields fields, byte[] body) {
        if (!Served.header(fields, "content-encoding").orElse("").equalsIgnoreCase("gzip")) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LONGEST_UNPACKED + 1);
            return plain.length > LONGEST_UNPACKED ? body : plain;
        } catch (IOException e) {
            return body;
        }
    }
}
