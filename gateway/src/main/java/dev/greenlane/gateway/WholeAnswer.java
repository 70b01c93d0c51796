package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.messages.AnswerEdit;
import dev.greenlane.gateway.messages.AnswerReader;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Results;
import dev.greenlane.gateway.verdicts.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer that comes as one message. For one answer. */
final class WholeAnswer {
    private static final int LONGEST = 128 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Consumer<List<ToolUse>> take;
    private final Hearing hearing;
    private final Voice voice;
    private final Knowledge knowledge;
    private final Outgoing out;

    WholeAnswer(Consumer<List<ToolUse>> take, Hearing hearing, Voice voice, Knowledge knowledge, Outgoing out) {
        this.take = take;
        this.hearing = hearing;
        this.voice = voice;
        this.knowledge = knowledge;
        this.out = out;
    }

    void copy(InputStream in) throws IOException, InterruptedException {
        byte[] body = in.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new IOException("the API's answer is too long");
        }
        byte[] answer = judged(body);
        out.length(answer.length);
        out.write(answer, 0, answer.length);
        out.end();
    }

    private byte[] judged(byte[] body) throws InterruptedException {
        Fields message;
        try {
            message = Fields.read(new String(body, StandardCharsets.UTF_8));
        } catch (NotJson e) {
            return body;
        }
        if (!message.anyText("type").equals("message")) {
            return body;
        }
        List<ToolUse> uses = AnswerReader.whole(message);
        take.accept(uses);
        hearing.await(PATIENCE);
        return AnswerEdit.whole(body, theirs -> results(uses, theirs));
    }

    private Optional<String> results(List<ToolUse> uses, Optional<Object> theirs) {
        if (Results.areVerdicts(theirs)) {
            knowledge.brought();
        }
        return Results.of(hearing.verdicts(uses.stream().map(ToolUse::id).toList()), theirs, voice);
    }
}
