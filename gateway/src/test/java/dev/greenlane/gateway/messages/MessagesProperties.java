package dev.greenlane.gateway.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is not understood goes through unharmed. */
class MessagesProperties {
    private static final String SPACE = " \n";

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Arbitraries.of("null", "true", "-1.5e3", "0", "[]", "{}", "\"\\u0041\\n\""),
                Arbitraries.strings().ofMaxLength(8).map(Json::line));
        Arbitrary<String> list = leaf.list().ofMaxSize(3).map(all -> "[" + String.join(SPACE + ",", all) + "]");
        return Arbitraries.oneOf(leaf, list, objects(leaf));
    }

    private static Arbitrary<String> objects(Arbitrary<String> values) {
        Arbitrary<String> names = Arbitraries.of(
                "safeguards", "safeguard_results", "delta", "messages", "content", "type", "a", "s\\u0061feguards");
        return Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\"" + SPACE + ":" + value)
                .list()
                .ofMaxSize(5)
                .map(members -> "{" + String.join("," + SPACE, members) + "}");
    }

    @Provide
    Arbitrary<String> requests() {
        return objects(values());
    }

    @Provide
    Arbitrary<String> streams() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of(
                        "event: message_delta",
                        "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}",
                        "data:{\"type\":\"message_stop\"}",
                        ": a comment",
                        "",
                        "id: 7",
                        "data"),
                requests().map(json -> "data: " + json));
        return Combinators.combine(line, Arbitraries.of("\n", "\r\n", "\r", "\n\n"))
                .as(String::concat)
                .list()
                .ofMaxSize(12)
                .map(lines -> String.join("", lines));
    }

    @Property(tries = 2000)
    void a_request_keeps_all_but_the_field(@ForAll("requests") String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        assertThat(MessagesRequest.of(bytes)).isPresent();
        Unharmed.request(bytes);
        Unharmed.message(bytes);
    }

    @Property(tries = 2000)
    void a_stream_keeps_every_byte(@ForAll("streams") String stream, @ForAll @IntRange(min = 1, max = 40) int piece) {
        Unharmed.stream(stream.getBytes(StandardCharsets.UTF_8), piece);
    }

    @Property(tries = 500)
    void any_bytes_go_through(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int piece) {
        Unharmed.stream(bytes, piece);
        Unharmed.request(bytes);
        Unharmed.message(bytes);
    }

    @Example
    void a_name_that_is_no_text_is_not_taken_for_another() {
        byte[] bytes = "{\"safeguards\":1,\"safeguar\u00ffds\":2}".getBytes(StandardCharsets.ISO_8859_1);

        Unharmed.request(bytes);
        Unharmed.message(bytes);
    }

    @Property(tries = 300)
    void a_request_without_the_field_is_the_same_to_the_byte(@ForAll("values") String value) {
        String before = "{ \"model\" : \"m\",\n \"x\":" + value + " ,";
        String after = " \"stream\": true }";
        byte[] with = (before + "\"safeguards\": [ {} ] ," + after).getBytes(StandardCharsets.UTF_8);

        String without = new String(MessagesRequest.of(with).orElseThrow().withoutSafeguards(), StandardCharsets.UTF_8);

        assertThat(without).isEqualTo(before.substring(0, before.length() - 1) + " ," + after);
    }

    @Property(tries = 300)
    void a_persons_words_are_never_those_of_a_result(@ForAll String words) {
        Map<String, Object> result = Map.of("type", "tool_result", "tool_use_id", "t", "content", "result " + words);
        Map<String, Object> beside = Map.of("type", "text", "text", "beside " + words);
        byte[] request = Json.line(
                        Map.of("messages", List.of(Map.of("role", "user", "content", List.of(result, beside)))))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(MessagesRequest.of(request).orElseThrow().conversation(true).said())
                .isEmpty();
    }
}
