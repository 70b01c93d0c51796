package dev.greenlane.gateway.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for any bytes in either direction. */
final class Unharmed {
    private Unharmed() {}

    /** A stream is its events and the rest, however it is cut into pieces. */
    static void stream(byte[] bytes, int piece) {
        Events events = new Events(1 << 20);
        AnswerReader reader = new AnswerReader();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream edited = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += piece) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
            for (Event event : events.take(part, part.length)) {
                all.writeBytes(event.bytes());
                assertThat(AnswerEdit.ending(event, theirs -> Optional.empty()).bytes())
                        .isEqualTo(event.bytes());
                if (reader.read(event) instanceof AnswerReader.Ending) {
                    Event ending = AnswerEdit.ending(event, theirs -> Optional.of("[1]"));
                    // Where its bytes are no UTF-8 it stays as it is, and the results come in an event of their own.
                    if (!Arrays.equals(ending.bytes(), event.bytes())) {
                        assertThat(results(ending)).isEqualTo(List.of(1));
                    }
                }
                edited.writeBytes(AnswerEdit.usage(event).orElse("").getBytes(StandardCharsets.UTF_8));
            }
        }
        all.writeBytes(events.rest());
        assertThat(all.toByteArray()).isEqualTo(bytes);
    }

    private static Object results(Event event) {
        try {
            return Fields.read(new String(event.data(), StandardCharsets.UTF_8))
                    .object("delta")
                    .list("safeguard_results");
        } catch (NotJson e) {
            throw new AssertionError(e);
        }
    }

    /** A request without the field has everything else, and its words can be read; what is no request stays as it is. */
    static void request(byte[] bytes) {
        Optional<MessagesRequest> request = MessagesRequest.of(bytes);
        if (request.isEmpty()) {
            return;
        }
        request.get().conversation(true);
        Optional<Map<String, Object>> before = object(bytes);
        Optional<Map<String, Object>> after = object(request.get().withoutSafeguards());
        assertThat(after.isPresent()).isEqualTo(before.isPresent());
        if (before.isPresent()) {
            Map<String, Object> expected = new LinkedHashMap<>(before.get());
            expected.remove("safeguards");
            assertThat(after).contains(expected);
        }
    }

    /** A message with results has everything else. */
    static void message(byte[] bytes) {
        assertThat(AnswerEdit.whole(bytes, theirs -> Optional.empty())).isEqualTo(bytes);
        Optional<Map<String, Object>> before = object(bytes);
        byte[] edited = AnswerEdit.whole(bytes, theirs -> Optional.of("[1]"));
        Optional<Map<String, Object>> after = object(edited);
        if (after.isEmpty()) {
            assertThat(edited).isEqualTo(bytes);
            return;
        }
        Map<String, Object> expected = new LinkedHashMap<>(before.orElseThrow());
        if (Members.of(bytes).isPresent()) {
            expected.put("safeguard_results", List.of(1));
        }
        assertThat(after.get()).isEqualTo(expected);
        AnswerReader.whole(new Fields(after.get()));
    }

    private static Optional<Map<String, Object>> object(byte[] bytes) {
        try {
            return Optional.of(Json.object(new String(bytes, StandardCharsets.UTF_8)));
        } catch (NotJson e) {
            return Optional.empty();
        }
    }
}
