package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing of the way from a line of JSON to its verdict; see the profile in the root POM. */
class ReviewLinesFuzzTest {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"id\":1,\"tool\":\"Bash\",\"input\":{\"command\":\"X=/; rm -rf \\\"$X\\\"\"}}",
                        "{\"id\":\"a\",\"tool\":\"shell\",\"input\":{\"command\":[\"bash\",\"-lc\",\"ls\"],\"workdir\":\"a"
                            + " b\"}}",
                        "{\"tool\":\"apply_patch\",\"input\":\"*** Begin Patch\\n*** Delete File: a\\n*** End Patch\"}",
                        "{\"id\":null,\"tool\":\"MultiEdit\",\"input\":{\"edits\":[{\"old_string\":\"a\"}],\"file_path\":\"~/x\"}}",
                        "{\"tool\":\"python\",\"input\":{\"code\":\"import os\\n"
                                + "os.remove('a')\"},\"cwd\":\"/x\",\"user\":[\"hi\"],"
                                + "\"calls\":[{\"tool\":\"Read\",\"input\":{\"file_path\":\"a\"}}]}",
                        "{\"id\":true,\"tool\":\"WebFetch\",\"input\":{\"url\":\"http://[::1]:80/\\ud800\"}}",
                        "[]",
                        "{")
                .map(line -> line.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyLineHasOneAnswer(byte[] bytes) throws NotJson {
        Run run = Run.of(bytes, "review", "--jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .replace("\r", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(run.lines()).hasSameSizeAs(lines);
        for (String answer : run.lines()) {
            Map<String, Object> members = Json.object(answer);
            assertThat(members.containsKey("verdict")).isNotEqualTo(members.containsKey("error"));
        }
    }
}
