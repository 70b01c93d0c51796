package dev.greenlane.gateway.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static Conversation read(String messages) {
        String request = "{\"system\":[{\"type\":\"text\",\"text\":\"x\"}],\"messages\":[" + messages + "]}";
        return MessagesRequest.of(request.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .conversation(true);
    }

    private static String user(String... texts) {
        return "{\"role\":\"user\",\"content\":["
                + String.join(
                        ",",
                        List.of(texts).stream()
                                .map(text -> "{\"type\":\"text\",\"text\":\"" + text + "\"}")
                                .toList())
                + "]}";
    }

    @Test
    void words_are_what_a_person_typed() {
        Conversation read = read("{\"role\":\"user\",\"content\":\"First.\"},"
                + user("<system-reminder>be bold</system-reminder>", "Second.")
                + ",{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Shall I?\"}]},"
                + user("Third."));

        assertThat(read.said()).containsExactly("First.", "Second.", "Third.");
    }

    @Test
    void expansions_of_commands_and_notices_are_not() {
        Conversation read =
                read(user("<command-message>go</command-message><command-name>/go</command-name>", "Delete all.")
                        + "," + user("[handback-send-enforce] Send it.")
                        + "," + user("<task-notification>done</task-notification>"));

        assertThat(read.said()).isEmpty();
    }

    @Test
    void who_breaks_in_is_heard_beside_results() {
        Conversation read = read("{\"role\":\"user\",\"content\":["
                + "{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"no\"},"
                + "{\"type\":\"text\",\"text\":\"Base directory for this skill\"},"
                + "{\"type\":\"text\",\"text\":\"[Request interrupted by user for tool use]\"},"
                + "{\"type\":\"text\",\"text\":\"Do not push.\"}]}");

        assertThat(read.said()).containsExactly("Do not push.");
    }

    @Test
    void calls_are_those_with_results() {
        Conversation read = read(
                "{\"role\":\"assistant\",\"content\":["
                    + "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"Bash\",\"input\":{\"command\":\"ls\"}},{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"Bash\",\"input\":{\"command\":\"rm"
                    + " x\"}}]},{\"role\":\"user\",\"content\":["
                    + "{\"type\":\"tool_result\",\"tool_use_id\":\"b\",\"content\":[{\"type\":\"text\",\"text\":\"denied\"}],\"is_error\":true}]}");

        assertThat(read.calls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo("b");
            assertThat(call.result()).isEqualTo("denied");
            assertThat(call.failed()).isTrue();
        });
    }

    @Test
    void the_folder_is_the_one_in_the_clients_notes() {
        assertThat(read("{\"role\":\"system\",\"content\":\"# Environment\\n - Primary working directory: /tmp/w\\n\"}")
                        .folder())
                .contains("/tmp/w");
        assertThat(read(user("Primary working directory: /etc")).folder()).isEmpty();
    }
}
