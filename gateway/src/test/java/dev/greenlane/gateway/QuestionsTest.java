package dev.greenlane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.gateway.Manner.Knowing;
import dev.greenlane.gateway.verdicts.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client asks a model about calls is answered here, where the API is not the vendor's. */
@Timeout(60)
class QuestionsTest extends GatewayCase {
    private static final String[] SESSION = {"x-claude-code-session-id", "s"};
    private static final String SEVERITY = "Respond with <severity>N</severity> ONLY.";
    private static final String BLOCK = "Use <thinking> before responding with <block>.";
    private static final String HAND_BACK =
            "{\"user\":\"Subagent has finished and is handing back control to the main agent. Review it.\"}";

    private static String question(String instruction, String stop, String... entries) {
        List<Object> parts = new ArrayList<>();
        parts.add(part("<transcript>\n"));
        for (String entry : entries) {
            parts.add(part(entry + "\n"));
        }
        parts.add(part("</transcript>\n"));
        parts.add(part("\n" + instruction + "\n"));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", "small");
        request.put("messages", List.of(Map.of("role", "user", "content", parts)));
        if (!stop.isEmpty()) {
            request.put("stop_sequences", List.of(stop));
        }
        return Json.line(request);
    }

    private static Map<String, Object> part(String text) {
        return Map.of("type", "text", "text", text);
    }

    private String ask(String question) throws Exception {
        Fields message = Fields.read(text(post("/v1/messages", question, SESSION)));
        assertThat(message.anyText("model")).isEqualTo("small");
        return Fields.of(message.list("content").get(0)).anyText("text");
    }

    private void start() throws Exception {
        String call = ServedTest.START
                + ServedTest.event(
                        "content_block_start",
                        ",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"u1\",\"name\":\"Write\","
                                + "\"input\":{\"file_path\":\"/w/a\",\"content\":\"rm all\"}}")
                + ServedTest.event("content_block_stop", ",\"index\":0")
                + ServedTest.END
                + ServedTest.STOP;
        start(RawServer.says(RawServer.http(200, "Content-Type: text/event-stream\r\n", call)));
    }

    @Test
    void a_first_stage_gets_the_beginning_of_its_tag() throws Exception {
        start();

        assertThat(ask(question(SEVERITY, "</severity>", "{\"user\":\"x\"}", "{\"Bash\":\"ls\"}")))
                .isEqualTo("<severity>0");
        assertThat(ask(question(SEVERITY, "</severity>", "{\"Bash\":\"rm x\"}")))
                .isEqualTo("<severity>90");
        assertThat(ask(question(BLOCK, "</block>", "User: x", "Bash ls"))).isEqualTo("<block>no");
        assertThat(ask(question(BLOCK, "</block>", "Bash rm x"))).isEqualTo("<block>yes");
        assertThat(api.seen).isEmpty();
    }

    @Test
    void a_second_stage_gets_rule_and_reason() throws Exception {
        start();

        assertThat(ask(question(SEVERITY, "", "{\"Bash\":\"rm x\"}")))
                .endsWith("<severity>90</severity><category>delete</category>");
        assertThat(ask(question(BLOCK, "", "Bash rm x")))
                .contains("<block>yes</block><reason>[delete] Denied by Greenlane: This deletes.");
        assertThat(ask(question(BLOCK, "", "Bash ls"))).endsWith("<block>no</block>");
    }

    @Test
    void a_call_that_went_through_here_is_judged_as_it_was_and_by_its_id() throws Exception {
        start();
        post("/v1/messages", "{\"messages\":[],\"tools\":[{\"name\":\"Write\"}],\"stream\":true}", SESSION);

        assertThat(ask(question(SEVERITY, "</severity>", "{\"Write\":\"/w/a: rm a\"}")))
                .isEqualTo("<severity>90");
        assertThat(service.uses())
                .singleElement()
                .extracting(use -> use.anyText("id"))
                .isEqualTo("u1");
    }

    @Test
    void a_call_that_nobody_has_seen_is_stopped() throws Exception {
        start();

        assertThat(ask(question(SEVERITY, "</severity>", "{\"Write\":\"/w/b: hello\"}")))
                .isEqualTo("<severity>90");
        assertThat(ask(question(SEVERITY, "</severity>", "{\"user\":\"hello\"}")))
                .isEqualTo("<severity>90");
    }

    @Test
    void a_hand_back_is_fine_where_its_calls_are() throws Exception {
        start();

        assertThat(ask(question(SEVERITY, "</severity>", "{\"Bash\":\"ls\"}", "{\"Read\":\"/x\"}", HAND_BACK)))
                .isEqualTo("<severity>0");
        assertThat(ask(question(SEVERITY, "</severity>", "{\"Bash\":\"rm x\"}", HAND_BACK)))
                .isEqualTo("<severity>90");
        assertThat(service.inquiries).allMatch(inquiry -> inquiry.isTrue("shadow"));
    }

    @Test
    void a_service_that_says_nothing_stops_it() throws Exception {
        start();
        service.close();

        assertThat(ask(question(SEVERITY, "</severity>", "{\"Bash\":\"ls\"}"))).isEqualTo("<severity>90");
    }

    @Test
    void it_is_off_by_a_setting() throws Exception {
        start(
                RawServer.says(RawServer.http(200, "Content-Type: application/json\r\n", "{}")),
                new Manner(Knowing.AUTO, Voice.STRICTER, false),
                FakeService::usual);

        assertThat(text(post("/v1/messages", question(SEVERITY, "</severity>", "{\"Bash\":\"ls\"}"), SESSION)))
                .isEqualTo("{}");
    }

    @Test
    void another_request_that_speaks_of_transcripts_goes_on() throws Exception {
        start(RawServer.says(RawServer.http(200, "Content-Type: application/json\r\n", "{}")));

        for (String other : List.of(
                question("Sum it up.", "", "{\"Bash\":\"ls\"}"),
                question(SEVERITY, "", "x").replace("\"model\":\"small\"", "\"tools\":[],\"model\":\"small\""),
                question(SEVERITY, "", "x").replace("<transcript>", "<text>"))) {
            assertThat(text(post("/v1/messages", other, SESSION))).isEqualTo("{}");
        }
    }
}
