package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.messages.AnswerEdit;
import dev.greenlane.gateway.messages.AnswerReader;
import dev.greenlane.gateway.messages.Event;
import dev.greenlane.gateway.messages.Events;
import dev.greenlane.gateway.messages.ToolUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that comes as a stream of events. All of them go on as they come, but the one that ends the answer: it waits for the
 * verdicts and takes them along. For one answer.
 */
final class StreamedAnswer {
    private static final int LONGEST_EVENT = 128 << 20;
    private static final int PIECE = 16 * 1024;
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);
    private static final byte[] SIGN = "event: ping\ndata: {\"type\": \"ping\"}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final String NO_USAGE = "{\"output_tokens\":0}";

    private final Verdicts verdicts;
    private final Outgoing out;
    private final Events events = new Events(LONGEST_EVENT);
    private final AnswerReader reader = new AnswerReader();
    private final Set<String> uses = new LinkedHashSet<>();
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream(PIECE);
    private String usage = NO_USAGE;
    /** How many uses the client has verdicts on; -1 for no verdicts at all yet. */
    private int delivered = -1;

    StreamedAnswer(Verdicts verdicts, Outgoing out) {
        this.verdicts = verdicts;
        this.out = out;
    }

    void copy(InputStream in) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            for (Event event : events.take(piece, read)) {
                pass(event);
            }
            flush();
        }
        ready.writeBytes(events.rest());
        flush();
        out.end();
    }

    private void pass(Event event) throws IOException, InterruptedException {
        switch (reader.read(event)) {
            case AnswerReader.Passing passing -> ready.writeBytes(event.bytes());
            case AnswerReader.Complete complete -> {
                take(complete.uses());
                ready.writeBytes(event.bytes());
            }
            case AnswerReader.Ending ending -> {
                take(ending.uses());
                usage = AnswerEdit.usage(event).orElse(usage);
                judged();
                ready.writeBytes(AnswerEdit.ending(event, this::results).bytes());
            }
            case AnswerReader.Over over -> {
                take(over.uses());
                if (delivered < uses.size()) {
                    judged();
                    String stop = uses.isEmpty() ? "end_turn" : "tool_use";
                    results(Optional.empty())
                            .ifPresent(results -> ready.writeBytes(
                                    AnswerEdit.added(results, stop, usage).bytes()));
                }
                ready.writeBytes(event.bytes());
            }
        }
    }

    private void take(List<ToolUse> more) {
        if (!more.isEmpty()) {
            more.forEach(use -> uses.add(use.id()));
            verdicts.take(more);
        }
    }

    /** What came before goes on while the verdicts are made. A client that waits long gets a sign of life. */
    private void judged() throws IOException, InterruptedException {
        flush();
        long deadline = System.nanoTime() + Verdicts.PATIENCE.toNanos();
        while (!verdicts.hearing().await(BETWEEN_SIGNS) && System.nanoTime() < deadline) {
            out.write(SIGN, 0, SIGN.length);
        }
    }

    private Optional<String> results(Optional<Object> theirs) {
        delivered = uses.size();
        return verdicts.results(uses, theirs);
    }

    private void flush() throws IOException {
        if (ready.size() > 0) {
            out.write(ready.toByteArray(), 0, ready.size());
            ready.reset();
        }
    }
}
