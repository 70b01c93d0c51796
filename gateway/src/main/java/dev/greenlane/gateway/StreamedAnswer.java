package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.messages.AnswerEdit;
import dev.greenlane.gateway.messages.AnswerReader;
import dev.greenlane.gateway.messages.Event;
import dev.greenlane.gateway.messages.Events;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Results;
import dev.greenlane.gateway.verdicts.Voice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An answer that comes as a stream of events. All of them go on as they come, but the one that ends the answer: it waits for the
 * verdicts and takes them along. For one answer.
 */
final class StreamedAnswer {
    private static final int LONGEST_EVENT = 128 << 20;
    private static final int PIECE = 16 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);
    private static final byte[] SIGN = "event: ping\ndata: {\"type\": \"ping\"}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final String NO_USAGE = "{\"output_tokens\":0}";

    private final Consumer<List<ToolUse>> take;
    private final Hearing hearing;
    private final Voice voice;
    private final Knowledge knowledge;
    private final Outgoing out;
    private final Events events = new Events(LONGEST_EVENT);
    private final AnswerReader reader = new AnswerReader();
    private final Set<String> uses = new LinkedHashSet<>();
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream(PIECE);
    private String usage = NO_USAGE;
    /** How many uses the client has verdicts on; -1 for no verdicts at all yet. */
    private int delivered = -1;

    StreamedAnswer(Consumer<List<ToolUse>> take, Hearing hearing, Voice voice, Knowledge knowledge, Outgoing out) {
        this.take = take;
        this.hearing = hearing;
        this.voice = voice;
        this.knowledge = knowledge;
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
            take.accept(more);
        }
    }

    /** What came before goes on while the verdicts are made. A client that waits long gets a sign of life. */
    private void judged() throws IOException, InterruptedException {
        flush();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hearing.await(BETWEEN_SIGNS) && System.nanoTime() < deadline) {
            out.write(SIGN, 0, SIGN.length);
        }
    }

    private Optional<String> results(Optional<Object> theirs) {
        if (Results.areVerdicts(theirs)) {
            knowledge.brought();
        }
        delivered = uses.size();
        return Results.of(hearing.verdicts(List.copyOf(uses)), theirs, voice);
    }

    private void flush() throws IOException {
        if (ready.size() > 0) {
            out.write(ready.toByteArray(), 0, ready.size());
            ready.reset();
        }
    }
}
