package dev.greenlane.agents.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static String read(String json) throws Exception {
        return Results.text(Json.value(json));
    }

    @Test
    void the_output_of_a_command_is_found_in_every_clients_form() throws Exception {
        assertThat(read("\"a\\nb\"")).isEqualTo("a\nb");
        assertThat(read("{\"stdout\":\"a\\nb\",\"stderr\":\"\",\"interrupted\":false}"))
                .isEqualTo("a\nb");
        assertThat(read("{\"textResultForLlm\":\"a\\nb\\n<shellId: 0 completed with exit code 0>\"}"))
                .isEqualTo("a\nb");
        assertThat(read("[{\"query\":\"ls\",\"result\":\"a\\nb\",\"success\":true}]"))
                .isEqualTo("a\nb");
        assertThat(read("{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]}"))
                .isEqualTo("a\nb");
        assertThat(read("{\"type\":\"text\",\"file\":{\"filePath\":\"/a\",\"content\":\"a\\nb\"}}"))
                .isEqualTo("a\nb");
    }

    @Test
    void what_a_client_writes_around_it_is_left_out() throws Exception {
        assertThat(read("{\"llmContent\":\"<untrusted_context>\\nOutput: a\\nb\\nProcess Group PGID: 2\\n"
                        + "</untrusted_context>\",\"returnDisplay\":\"\"}"))
                .isEqualTo("a\nb");
        assertThat(read("{\"llmContent\":\"Command: ls\\n"
                        + "Directory: (root)\\n"
                        + "Output: a\\n"
                        + "b\\n"
                        + "Error: (none)\\n"
                        + "Exit Code: 0\\n"
                        + "Signal: 0\\n"
                        + "Process Group PGID: 2\"}"))
                .isEqualTo("a\nb");
        assertThat(read("{\"llmContent\":\"Command: x\\nOutput: (empty)\\nError: (none)\"}"))
                .isEmpty();
    }

    @Test
    void lines_of_the_output_that_look_like_a_clients_stay() throws Exception {
        assertThat(read("\"Error: no such file\"")).isEqualTo("Error: no such file");
        assertThat(read("\"a\\nExit Code: 0\"")).isEqualTo("a\nExit Code: 0");
    }

    @Test
    void nothing_is_nothing_and_other_objects_are_shown_as_they_are() throws Exception {
        assertThat(Results.text(null)).isEmpty();
        assertThat(read("{\"id\":7,\"state\":\"done\"}")).isEqualTo("{\"id\":7,\"state\":\"done\"}");
        assertThat(Results.text(Collections.nCopies(100_000, "line"))).hasSizeLessThanOrEqualTo(1 << 16);
    }

    @Property
    void any_text_is_read(@ForAll String text) {
        assertThat(Results.text(List.of(Map.of("llmContent", text)))).hasSizeLessThanOrEqualTo(1 << 16);
    }
}
