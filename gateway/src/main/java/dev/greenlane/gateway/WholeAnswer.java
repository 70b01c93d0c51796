package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.gateway.http.Outgoing;
import dev.greenlane.gateway.messages.AnswerEdit;
import dev.greenlane.gateway.messages.AnswerReader;
import dev.greenlane.gateway.messages.ToolUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer that comes as one message. For one answer. */
final class WholeAnswer {
    private static final int LONGEST = 128 << 20;

    private final Verdicts verdicts;
    private final Outgoing out;

    WholeAnswer(Verdicts verdicts, Outgoing out) {
        this.verdicts = verdicts;
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
        verdicts.take(uses);
        verdicts.hearing().await(Verdicts.PATIENCE);
        List<String> ids = uses.stream().map(ToolUse::id).toList();
        return AnswerEdit.whole(body, theirs -> verdicts.results(ids, theirs));
    }
}
