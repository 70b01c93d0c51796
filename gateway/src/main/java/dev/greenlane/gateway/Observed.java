package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.http.Upstream;
import dev.greenlane.gateway.messages.AnswerReader;
import dev.greenlane.gateway.messages.Event;
import dev.greenlane.gateway.messages.Events;
import dev.greenlane.gateway.messages.ToolUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;

/**
 * A request that goes on as it is, and its answer too; the tools that the model wants to use are noted, because the client may
 * ask about them.
 */
record Observed(byte[] body, List<HttpField> fields, Consumer<List<ToolUse>> saw) implements Passage {
    private static final int PIECE = 16 * 1024;
    private static final int LONGEST = 64 << 20;

    @Override
    public void answer(Upstream.Head head, Outgoing out) throws IOException {
        if (head.status() != 200 || !Answers.isReadable(head)) {
            out.pass(head);
            return;
        }
        out.begin(head, List.of());
        try (InputStream in = head.body()) {
            if (Answers.isStream(head)) {
                stream(in, out);
            } else {
                whole(in, out);
            }
        }
        out.end();
    }

    private void stream(InputStream in, Outgoing out) throws IOException {
        Events events = new Events(LONGEST);
        AnswerReader reader = new AnswerReader();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            // Before it goes on: the question about a use comes right after it.
            for (Event event : events.take(piece, read)) {
                if (reader.read(event) instanceof AnswerReader.Complete complete) {
                    saw.accept(complete.uses());
                }
            }
            out.write(piece, 0, read);
        }
    }

    private void whole(InputStream in, Outgoing out) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (all.size() + read <= LONGEST) {
                all.write(piece, 0, read);
            }
            out.write(piece, 0, read);
        }
        try {
            saw.accept(AnswerReader.whole(Fields.read(all.toString(StandardCharsets.UTF_8))));
        } catch (NotJson e) {
            // It is no message.
            return;
        }
    }
}
