package dev.greenlane.gateway.messages;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing of what is read and changed in both directions; see the profile in the root POM. */
class MessagesFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"a\" : 1"
                            + " ,\"safeguards\":[{\"type\":\"dangerous_tool_use\",\"classifier_context\":{\"v\":1}}] ,"
                            + " \"b\":{}}",
                        "{\"safeguards\":1,\"safeguards\":2}",
                        "{\"s\\u0061feguards\":[],\"messages\":[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"<system-reminder>\"}]}]}",
                        "{\"type\":\"message\",\"content\":[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"Bash\",\"input\":{}}],\"safeguard_results\":[]}",
                        "event: message_delta\n"
                                + "data: {\"type\":\"message_delta\",\n"
                                + "data: \"delta\":{\"stop_reason\":\"tool_use\"}}\n\n",
                        "data: {\"type\":\"message_delta\",\"delta\":{ \"safeguard_results\" : [ ] ,"
                                + " \"stop_reason\":\"x\"},\"usage\":{}}\r\n\r\n"
                                + ": c\r\r",
                        "data:{\"type\":\"content_block_start\",\"index\":1e3,\"content_block\":{\"type\":\"tool_use\",\"id\":\"a\"}}\n\n"
                            + "data:{\"type\":\"content_block_stop\",\"index\":1e3}\n\n",
                        "\ufeff{}",
                        "[1,2",
                        "{\"a\":\"\ud83d\ude00\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void nothing_is_harmed(byte[] bytes) {
        Unharmed.stream(bytes, 1 + bytes.length / 3);
        Unharmed.request(bytes);
        Unharmed.message(bytes);
    }
}
