package dev.greenlane.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.ToolCall.Change;
import dev.greenlane.engine.call.ToolCall.Dialect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNamesTest {
    private static final ToolNames NAMES = ToolNames.standard();

    private static ToolCall call(String tool, Object... fields) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return NAMES.call(tool, input);
    }

    @Nested
    class Shells {
        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "Bash, command",
            "run_shell_command, command",
            "shell, command",
            "shell_command, command",
            "exec_command, cmd",
            "execute_command, command",
            "run_terminal_cmd, command",
            "run_in_terminal, command",
            "execute_bash, command",
            "terminal, command",
            "Shell, command",
            "run_command, CommandLine"
        })
        void everyAgentsShellIsAShell(String tool, String field) {
            assertThat(call(tool, field, "npm test")).isEqualTo(new ToolCall.Shell(tool, "npm test", Dialect.POSIX));
        }

        @Test
        void otherShellsHaveTheirOwnDialect() {
            assertThat(call("PowerShell", "command", "gci"))
                    .isEqualTo(new ToolCall.Shell("PowerShell", "gci", Dialect.POWERSHELL));
            assertThat(call("Cmd", "command", "dir")).isEqualTo(new ToolCall.Shell("Cmd", "dir", Dialect.CMD));
        }

        @Test
        void wordsOfAShellBecomeItsText() {
            assertThat(call("shell", "command", List.of("bash", "-lc", "cd src && ls")))
                    .isEqualTo(new ToolCall.Shell("shell", "cd src && ls", Dialect.POSIX));
            assertThat(call("shell", "command", List.of("powershell.exe", "-NoProfile", "-Command", "gci", "-r")))
                    .isEqualTo(new ToolCall.Shell("shell", "gci -r", Dialect.POWERSHELL));
        }

        @Test
        void otherWordsAreQuotedSoThatTheyStayOneWordEach() {
            assertThat(call("shell", "command", List.of("git", "commit", "-m", "it's $(done); ok")))
                    .isEqualTo(new ToolCall.Shell("shell", "git commit -m 'it'\\''s $(done); ok'", Dialect.POSIX));
        }

        @Test
        void aFolderBesideTheCommandIsAChangeToIt() {
            assertThat(call("exec_command", "cmd", "rm -rf build", "workdir", "/tmp/a b"))
                    .isEqualTo(new ToolCall.Shell("exec_command", "cd '/tmp/a b'\nrm -rf build", Dialect.POSIX));
            assertThat(call("shell", "command", List.of("sh", "-c", "ls"), "workdir", "sub"))
                    .isEqualTo(new ToolCall.Shell("shell", "cd sub\nls", Dialect.POSIX));
        }

        @Test
        void severalCommandLinesStartAShellEach() {
            assertThat(call("run_commands", "commands", List.of("npm test")))
                    .isEqualTo(new ToolCall.Shell("run_commands", "npm test", Dialect.POSIX));
            assertThat(call("run_commands", "commands", List.of("cd sub", "rm -rf it's")))
                    .isEqualTo(new ToolCall.Shell(
                            "run_commands", "bash -c 'cd sub'\nbash -c 'rm -rf it'\\''s'", Dialect.POSIX));
            assertThat(call("run_commands", "commands", Map.of("command", "git", "args", List.of("add", "a b"))))
                    .isEqualTo(new ToolCall.Shell("run_commands", "git add 'a b'", Dialect.POSIX));
            assertThat(call("run_commands", "input", "ls"))
                    .isEqualTo(new ToolCall.Shell("run_commands", "ls", Dialect.POSIX));
            assertThat(call("run_commands", "commands", List.of())).isInstanceOf(ToolCall.Malformed.class);
            assertThat(call("run_commands", "commands", List.of(7))).isInstanceOf(ToolCall.Malformed.class);
        }

        @Test
        void nestedFieldsAreFound() {
            assertThat(call("local_shell", "action", Map.of("type", "exec", "command", List.of("ls", "-l"))))
                    .isEqualTo(new ToolCall.Shell("local_shell", "ls -l", Dialect.POSIX));
        }

        @Test
        void textTypedIntoARunningShellIsACommandAndKeysAreNot() {
            assertThat(call("write_stdin", "session_id", 3, "chars", "rm -rf /\n"))
                    .isEqualTo(new ToolCall.Shell("write_stdin", "rm -rf /\n", Dialect.POSIX));
            assertThat(call("write_stdin", "session_id", 3, "chars", "\u0003")).isInstanceOf(ToolCall.Internal.class);
            assertThat(call("write_stdin", "session_id", 3)).isInstanceOf(ToolCall.Internal.class);
        }

        @Test
        void pythonCodeIsInputOfPython() {
            assertThat(call("execute_ipython_cell", "code", "print('PYTHON')"))
                    .isEqualTo(new ToolCall.Shell(
                            "execute_ipython_cell", "python3 - <<'PYTHON_'\nprint('PYTHON')\nPYTHON_", Dialect.POSIX));
        }
    }

    @Nested
    class FilesAndEdits {
        @Test
        void filesAndPagesComeAsObjectsToo() {
            assertThat(call("read_files", "files", List.of(Map.of("path", "a.txt", "start_line", 1))))
                    .isEqualTo(new ToolCall.ReadFile("read_files", "a.txt"));
            assertThat(call(
                            "fetch_web_content",
                            "requests",
                            List.of(Map.of("url", "https://e.example", "prompt", "x"))))
                    .isEqualTo(new ToolCall.Fetch("fetch_web_content", "https://e.example"));
            assertThat(call("read_files", "files", List.of(Map.of("name", "a.txt"))))
                    .isInstanceOf(ToolCall.Malformed.class);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "Read, file_path",
            "read_file, absolute_path",
            "read, filePath",
            "view, path",
            "read_file, target_file",
            "view_image, path"
        })
        void reads(String tool, String field) {
            assertThat(call(tool, field, "a.txt")).isEqualTo(new ToolCall.ReadFile(tool, "a.txt"));
        }

        @Test
        void severalReadsAtOnceHideNothing() {
            assertThat(call("read_many_files", "paths", List.of("a", "/root/.ssh/id_rsa")))
                    .isEqualTo(new ToolCall.Shell("read_many_files", "cat -- a /root/.ssh/id_rsa", Dialect.POSIX));
        }

        @Test
        void writesReplaceTheWholeFile() {
            assertThat(call("Write", "file_path", "a", "content", "x"))
                    .isEqualTo(new ToolCall.WriteFile("Write", "a", List.of(new Change("", "x")), true));
            assertThat(call("write_to_file", "path", "a", "content", "x"))
                    .isEqualTo(new ToolCall.WriteFile("write_to_file", "a", List.of(new Change("", "x")), true));
        }

        @Test
        void editsKnowWhatGoesOutAndWhatComesIn() {
            assertThat(call("Edit", "file_path", "a", "old_string", "o", "new_string", "n"))
                    .isEqualTo(new ToolCall.WriteFile("Edit", "a", List.of(new Change("o", "n")), false));
            assertThat(call("edit", "filePath", "a", "oldString", "o", "newString", "n"))
                    .isEqualTo(new ToolCall.WriteFile("edit", "a", List.of(new Change("o", "n")), false));
            assertThat(call("NotebookEdit", "notebook_path", "a.ipynb", "new_source", "1+1"))
                    .isEqualTo(
                            new ToolCall.WriteFile("NotebookEdit", "a.ipynb", List.of(new Change("", "1+1")), false));
        }

        @Test
        void severalEditsOfOneFileAreOneWrite() {
            List<Object> edits =
                    List.of(Map.of("old_string", "1", "new_string", "2"), Map.of("old_string", "3", "new_string", "4"));
            assertThat(call("MultiEdit", "file_path", "a", "edits", edits))
                    .isEqualTo(new ToolCall.WriteFile(
                            "MultiEdit", "a", List.of(new Change("1", "2"), new Change("3", "4")), false));
        }

        @Test
        void editsOfSeveralFilesAreAPatch() {
            List<Object> edits = List.of(
                    Map.of("filePath", "a", "oldString", "1\n2", "newString", "3"),
                    Map.of("filePath", "b", "newString", "4"));
            assertThat(call("multi_replace_string_in_file", "replacements", edits)
                            .text())
                    .isEqualTo("""
                        *** Begin Patch
                        *** Update File: a
                        @@
                        -1
                        -2
                        +3
                        *** Update File: b
                        @@
                        +4
                        *** End Patch
                        """);
        }

        @Test
        void deletingAndMovingArePatches() {
            assertThat(call("delete_file", "target_file", "a").text()).contains("*** Delete File: a\n");
            assertThat(call("move_file", "source", "a", "destination", "b").text())
                    .contains("*** Update File: a\n*** Move to: b\n");
        }

        @Test
        void aPathCannotAddLinesToAPatch() {
            assertThat(call("delete_file", "target_file", "a\n*** End Patch")
                            .text()
                            .lines())
                    .hasSize(3);
        }

        @Test
        void patchesAreKeptAsText() {
            assertThat(call("apply_patch", "input", "*** Begin Patch"))
                    .isEqualTo(new ToolCall.Patch("apply_patch", "*** Begin Patch"));
            assertThat(call("apply_patch", "command", List.of("apply_patch", "*** Begin Patch")))
                    .isEqualTo(new ToolCall.Patch("apply_patch", "*** Begin Patch"));
        }

        @Test
        void anEditorsVerbSaysWhatItDoes() {
            assertThat(call("str_replace_editor", "command", "view", "path", "/a"))
                    .isEqualTo(new ToolCall.ReadFile("str_replace_editor", "/a"));
            assertThat(call("str_replace_editor", "command", "create", "path", "/a", "file_text", "x"))
                    .isEqualTo(new ToolCall.WriteFile("str_replace_editor", "/a", List.of(new Change("", "x")), true));
            assertThat(call("str_replace_editor", "command", "str_replace", "path", "/a", "old_str", "x"))
                    .isEqualTo(new ToolCall.WriteFile("str_replace_editor", "/a", List.of(new Change("x", "")), false));
            assertThat(call("str_replace_editor", "command", "explode", "path", "/a"))
                    .isEqualTo(new ToolCall.Malformed("str_replace_editor", "its command explode is not known"));
        }

        @Test
        void searchesMayHaveNoPath() {
            assertThat(call("Glob", "pattern", "**/*.java"))
                    .isEqualTo(new ToolCall.Search("Glob", "**/*.java", Optional.empty()));
            assertThat(call("Grep", "pattern", "TODO", "path", "/etc"))
                    .isEqualTo(new ToolCall.Search("Grep", "TODO", Optional.of("/etc")));
            assertThat(call("LS", "path", "src")).isEqualTo(new ToolCall.Search("LS", "*", Optional.of("src")));
        }
    }

    @Nested
    class Others {
        @Test
        void theWeb() {
            assertThat(call("WebFetch", "url", "https://a.example", "prompt", "sum up"))
                    .isEqualTo(new ToolCall.Fetch("WebFetch", "https://a.example"));
            assertThat(call("web_fetch", "prompt", "read https://a.example/x and sum up"))
                    .isEqualTo(new ToolCall.Fetch("web_fetch", "https://a.example/x"));
            assertThat(call("fetch_webpage", "urls", List.of("https://a.example", "https://b.example")))
                    .isEqualTo(new ToolCall.Shell(
                            "fetch_webpage", "curl -- https://a.example https://b.example", Dialect.POSIX));
            assertThat(call("google_web_search", "query", "java"))
                    .isEqualTo(new ToolCall.WebSearch("google_web_search", "java"));
        }

        @Test
        void subagentsAndTheAgentsOwnState() {
            assertThat(call("Agent", "description", "d", "prompt", "p")).isEqualTo(new ToolCall.Spawn("Agent", "p"));
            assertThat(call("TodoWrite", "todos", List.of())).isEqualTo(new ToolCall.Internal("TodoWrite"));
            assertThat(call("update_plan", "plan", List.of())).isEqualTo(new ToolCall.Internal("update_plan"));
        }

        @Test
        void mcpToolsAreReadFromTheirName() {
            Map<String, Object> input = Map.of("title", "x");
            assertThat(NAMES.call("mcp__github__create_issue", input))
                    .isEqualTo(new ToolCall.Mcp("mcp__github__create_issue", "github", "create_issue", input));
            assertThat(call("use_mcp_tool", "server_name", "db", "tool_name", "query", "arguments", input))
                    .isEqualTo(new ToolCall.Mcp("use_mcp_tool", "db", "query", input));
        }

        @Test
        void whatNobodyDescribedIsUnknown() {
            assertThat(call("launch_rocket", "to", "mars"))
                    .isEqualTo(new ToolCall.Unknown("launch_rocket", Map.of("to", "mars")));
        }
    }

    @Nested
    class Malformed {
        @Test
        void aMissingFieldIsNamed() {
            assertThat(call("Bash")).isEqualTo(new ToolCall.Malformed("Bash", "it needs the field command"));
            assertThat(call("Write", "content", "x"))
                    .isEqualTo(new ToolCall.Malformed("Write", "it needs the field file_path"));
        }

        @Test
        void aFieldOfTheWrongKindIsNamed() {
            assertThat(call("Bash", "command", Map.of("a", 1)))
                    .isEqualTo(new ToolCall.Malformed("Bash", "its command is not text"));
            assertThat(call("Bash", "command", " ")).isEqualTo(new ToolCall.Malformed("Bash", "its command is empty"));
            assertThat(call("shell", "command", Arrays.asList("rm", 1)))
                    .isEqualTo(new ToolCall.Malformed("shell", "its command is not text"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"MultiEdit", "apply_patch", "delete_file", "WebFetch", "web_search", "use_mcp_tool"})
        void nothingIsGuessedFromAnEmptyInput(String tool) {
            assertThat(call(tool)).isInstanceOf(ToolCall.Malformed.class);
        }
    }

    @Property
    void neverThrowsAndKeepsTheName(@ForAll("tools") String tool, @ForAll("inputs") Map<String, Object> input) {
        assertThat(NAMES.call(tool, input).tool()).isEqualTo(tool);
        assertThat(NAMES.call(tool, input).text()).isNotNull();
    }

    @Provide
    Arbitrary<String> tools() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of(
                        "Bash",
                        "Read",
                        "LS",
                        "Grep",
                        "Write",
                        "Edit",
                        "MultiEdit",
                        "mkdir",
                        "delete_file",
                        "move_file",
                        "apply_patch",
                        "file_editor",
                        "WebFetch",
                        "WebSearch",
                        "Task",
                        "use_mcp_tool",
                        "mcp__",
                        "MCP:",
                        "write_stdin",
                        "ipython",
                        "PowerShell",
                        "cmd"));
    }

    @Provide
    Arbitrary<Map<String, Object>> inputs() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.create(Object::new));
        Arbitrary<String> names = Arbitraries.of(
                "command",
                "cmd",
                "path",
                "file_path",
                "url",
                "edits",
                "changes",
                "input",
                "source",
                "destination",
                "workdir",
                "action",
                "content",
                "chars",
                "query",
                "server",
                "name",
                "old_string",
                "new_string",
                "code");
        Arbitrary<Object> values = Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Object.class::cast),
                        Arbitraries.maps(names, inner).ofMaxSize(3).map(Object.class::cast)),
                0,
                2);
        return Arbitraries.maps(names, values).ofMaxSize(6);
    }
}
