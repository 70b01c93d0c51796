package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewLinesTest {

    private static String line(String id, String command) {
        return Json.line(Map.of("id", id, "tool", "Bash", "input", Map.of("command", command)));
    }

    private static List<Map<String, Object>> answers(Run run) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String line : run.lines()) {
            try {
                answers.add(Json.object(line));
            } catch (NotJson e) {
                throw new AssertionError(line, e);
            }
        }
        return answers;
    }

    @Test
    void everyLineIsAnsweredInItsPlace() {
        Run run =
                Run.with(line("a", "ls") + "\n" + line("b", "rm -rf /") + "\n" + line("c", "pwd"), "review", "--jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(answers(run)).extracting(answer -> answer.get("id")).containsExactly("a", "b", "c");
        assertThat(answers(run)).extracting(answer -> answer.get("verdict")).containsExactly("allow", "deny", "allow");
        assertThat(answers(run)).allSatisfy(answer -> {
            assertThat(answer).containsEntry("v", 1).containsKeys("reason", "effects", "stage");
            assertThat((Integer) answer.get("micros")).isNotNegative();
        });
    }

    @Test
    void aBadLineIsAnsweredAndTheRunGoesOn() {
        String input = String.join(
                "\n",
                "not json",
                "[1]",
                "{\"id\":\"no tool\",\"input\":{}}",
                "{\"id\":7,\"tool\":\"Bash\"}",
                "{\"id\":\"c\",\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"},\"calls\":[1]}",
                "{\"id\":\"u\",\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"},\"user\":[{}]}",
                "{\"id\":{},\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"},\"cwd\":5}",
                line("good", "ls"));
        List<Map<String, Object>> answers = answers(Run.with(input, "review", "--jsonl"));
        assertThat(answers).hasSize(8);
        assertThat(answers.subList(0, 7))
                .allSatisfy(answer -> assertThat(answer).containsKey("error"));
        assertThat(answers)
                .extracting(answer -> answer.get("id"))
                .containsExactly(null, null, "no tool", 7, "c", "u", null, "good");
        assertThat(answers.get(7)).containsEntry("verdict", "allow");
    }

    @Test
    void aBadIdIsWrittenAsNull() {
        assertThat(Run.with("nonsense", "review", "--jsonl").out()).startsWith("{\"id\":null,");
    }

    @Test
    void anInputThatItsToolCannotUseIsACallAndNoBadLine() {
        Run run = Run.with("{\"id\":\"m\",\"tool\":\"Bash\",\"input\":{\"cmdd\":\"ls\"}}", "review", "--jsonl");
        assertThat(answers(run).get(0)).containsEntry("verdict", "ask").doesNotContainKey("error");
    }

    @Test
    void emptyLinesAreSkippedAndOtherLineEndsAreFine() {
        Run run = Run.with("\n\r\n" + line("a", "ls") + "\r\n \n" + line("b", "ls") + "\n\n", "review", "--jsonl");
        assertThat(answers(run)).extracting(answer -> answer.get("id")).containsExactly("a", "b");
    }

    @Test
    void bytesThatAreNotTextAreFine() {
        byte[] good = (line("a", "echo X") + "\n" + line("b", "ls")).getBytes(StandardCharsets.UTF_8);
        good[new String(good, StandardCharsets.UTF_8).indexOf('X')] = (byte) 0xff;
        Run run = Run.of(good, "review", "--jsonl");
        assertThat(answers(run)).extracting(answer -> answer.get("verdict")).containsExactly("allow", "allow");
    }

    @Test
    void aLineOfTenMegabytesIsFine() {
        String input = Json.line(Map.of(
                        "id",
                        "w",
                        "tool",
                        "Write",
                        "input",
                        Map.of("file_path", "a.txt", "content", "x".repeat(10_000_000))))
                + "\n" + line("after", "ls");
        Run run = Run.with(input, "review", "--jsonl");
        assertThat(answers(run)).extracting(answer -> answer.get("id")).containsExactly("w", "after");
        assertThat(answers(run)).noneSatisfy(answer -> assertThat(answer).containsKey("error"));
    }

    @Test
    void fieldsNobodyKnowsAndEarlierCallsAreFine() {
        String input =
                "{\"id\":\"x\",\"label\":\"safe\",\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"},\"user\":[\"hi\"],"
                    + "\"calls\":[{\"tool\":\"Read\",\"input\":{\"file_path\":\"a\"},\"result\":\"text\"}],\"cwd\":\"/nowhere\"}";
        assertThat(answers(Run.with(input, "review", "--jsonl")).get(0)).containsEntry("verdict", "allow");
    }

    @Test
    void nothingIsKnownOfAFolderThatWasNotNamed(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("run.sh"), "rm -rf ~\n");
        String call = "{\"id\":\"x\",\"tool\":\"Bash\",\"input\":{\"command\":\"sh run.sh\"}%s}";
        Map<String, String> home = Map.of("HOME", "/home/sam");
        Run without = Run.in(project, home, call.formatted("").getBytes(StandardCharsets.UTF_8), "review", "--jsonl");
        Run with = Run.in(
                project,
                home,
                call.formatted(",\"cwd\":" + Json.line(project.toString())).getBytes(StandardCharsets.UTF_8),
                "review",
                "--jsonl");
        assertThat(answers(without).get(0).get("effects").toString()).doesNotContain("file-delete");
        assertThat(answers(with).get(0)).containsEntry("verdict", "deny");
    }

    @Test
    void aReaderThatStopsEndsTheRunQuietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Outside outside = new Outside(
                new ByteArrayInputStream((line("a", "ls") + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8)),
                new PrintStream(closed),
                new PrintStream(err),
                Map.of(),
                Path.of("/"));
        assertThat(Greenlane.run(outside, "review", "--jsonl")).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Property(tries = 200)
    void everyLineOfAnythingHasOneAnswer(@ForAll("nearlyCalls") List<String> lines) {
        Run run = Run.with(String.join("\n", lines), "review", "--jsonl");
        assertThat(run.code()).isZero();
        assertThat(answers(run))
                .hasSize((int) lines.stream().filter(line -> !line.isBlank()).count());
        assertThat(answers(run))
                .allSatisfy(
                        answer -> assertThat(answer.containsKey("verdict")).isNotEqualTo(answer.containsKey("error")));
    }

    @Provide
    Arbitrary<List<String>> nearlyCalls() {
        Arbitrary<String> strings =
                Arbitraries.strings().excludeChars('\n', '\r').ofMaxLength(30);
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                "\"id\":1,",
                "\"tool\":\"Bash\"",
                "\"tool\":",
                "\"input\":{\"command\":\"ls\"}",
                "\"input\":",
                "\"cwd\":\"/x\"",
                "\"user\":[",
                "\"calls\":[{",
                "\"\\ud800\"",
                "null",
                "1e9999",
                "\"");
        Arbitrary<String> broken = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
        Arbitrary<String> calls = Arbitraries.of("Bash", "Read", "Edit", "apply_patch", "mcp__a__b", "nobody")
                .flatMap(tool -> strings.map(text -> Json.line(Map.of(
                        "id",
                        text,
                        "tool",
                        tool,
                        "input",
                        Map.of("command", text, "file_path", text, "input", text)))));
        Arbitrary<String> cut = calls.flatMap(
                whole -> Arbitraries.integers().between(0, whole.length()).map(length -> whole.substring(0, length)));
        return Arbitraries.oneOf(strings, broken, calls, cut).list().ofMaxSize(6);
    }
}
