package dev.greenlane.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.drive.Client;
import dev.greenlane.cli.drive.Clients;
import dev.greenlane.cli.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest Claude Code in auto mode behind a gateway, with an API that knows nothing of verdicts. */
@Tag("clients")
class GatewayClientTest {
    private static final String VERSION = "2.1.330";
    private static final int PATIENCE_SECONDS = 120;

    private Path folder = Path.of("");
    private PlainApi api;
    private String program = "";
    private String output = "";

    private Path project() {
        return folder.resolve("project");
    }

    @BeforeEach
    void set() throws Exception {
        Client known = Clients.of("claude-code").orElseThrow();
        Client newest = new Client(
                known.agent(),
                known.npm(),
                VERSION,
                known.tools(),
                known.input(),
                known.environment(),
                known.files(),
                known.before(),
                known.words(),
                known.trusting(),
                known.quick());
        program = NpmClients.commands(newest).resolve("claude").toString();
        folder = Files.createTempDirectory("greenlane-gateway").toRealPath();
        Files.createDirectories(folder.resolve("home"));
        for (String keep : List.of("important", "other")) {
            Files.createDirectories(project().resolve(keep));
            Files.writeString(project().resolve(keep).resolve("data.txt"), "nowhere else\n");
        }
    }

    @AfterEach
    void end() throws Exception {
        new Command(project(), environment()).run("uninstall", "--all");
        api.close();
        Folders.remove(folder);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("TERM", "dumb");
        environment.put("ANTHROPIC_API_KEY", "dummy");
        environment.put("ANTHROPIC_BASE_URL", api.url());
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        for (String off : List.of("DISABLE_AUTOUPDATER", "DISABLE_ERROR_REPORTING", "DISABLE_TELEMETRY")) {
            environment.put(off, "1");
        }
        return environment;
    }

    private int claude(String... before) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "--gateway", "--", program));
        words.addAll(
                List.of("-p", "Do what is planned and keep the data.", "--output-format", "stream-json", "--verbose"));
        words.addAll(List.of(before));
        Path out = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(Command.words(words.toArray(String[]::new)))
                .directory(project().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            output = Files.readString(out);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Map<String, Object> bash(String command) {
        return PlainApi.use("Bash", Map.of("command", command, "description", "a step"));
    }

    private boolean isThere(String file) {
        return Files.exists(project().resolve(file));
    }

    private void assertNothingWasAsked() {
        assertThat(api.requests()).as(output).allMatch(request -> request.has("tools"));
        assertThat(api.requests()).noneMatch(request -> request.has("safeguards"));
        assertThat(api.betas()).noneMatch(beta -> beta.contains("dangerous-tool-use"));
    }

    private List<Fields> ledger() throws Exception {
        List<Fields> entries = new ArrayList<>();
        String log = new Command(project(), environment()).run("log", "--json").output();
        for (String line : log.lines().filter(text -> text.startsWith("{")).toList()) {
            entries.add(new Fields(Json.object(line)));
        }
        return entries;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void harmless_calls_run_and_risky_ones_do_not(boolean streams) throws Exception {
        api = PlainApi.start(
                streams,
                List.of(
                        List.of(bash("touch first.txt && python3 -c 1")),
                        List.of(
                                bash("find ./important -type f -delete"),
                                bash("touch second.txt"),
                                bash("rm -rf ./other")),
                        List.of(bash("touch last.txt"))),
                List.of());

        assertThat(claude()).as(output).isZero();

        assertThat(isThere("first.txt") && isThere("second.txt") && isThere("last.txt"))
                .as(output)
                .isTrue();
        assertThat(isThere("important/data.txt") && isThere("other/data.txt"))
                .as(output)
                .isTrue();
        List<String> results = api.results();
        assertThat(results.get(1)).contains("This deletes", "Instead:", "greenlane allow");
        assertThat(results.get(3)).contains("This deletes", "greenlane allow");
        assertNothingWasAsked();
        assertThat(ledger())
                .hasSize(5)
                .allMatch(entry -> entry.object("facts").anyText("wire").equals("gateway"));
    }

    @Test
    void a_subagents_calls_get_verdicts_and_its_hand_back_asks_nobody() throws Exception {
        api = PlainApi.start(
                true,
                List.of(List.of(PlainApi.use(
                        "Agent",
                        Map.of(
                                "description",
                                "sub",
                                "prompt",
                                "SUBTASK delete the data",
                                "subagent_type",
                                "general-purpose",
                                "run_in_background",
                                false)))),
                List.of(
                        List.of(bash("python3 -c 1; touch sub.txt")),
                        List.of(bash("find ./important -type f -delete")),
                        List.of(PlainApi.use("SubagentHandback", Map.of("message", "done")))));

        assertThat(claude()).as(output).isZero();

        assertThat(isThere("sub.txt")).as(output).isTrue();
        assertThat(isThere("important/data.txt")).as(output).isTrue();
        assertThat(output).doesNotContain("SECURITY WARNING");
        assertNothingWasAsked();
        assertThat(ledger().stream().filter(entry -> entry.has("parent"))).hasSize(3);
    }

    @Test
    void a_grant_lets_the_repeat_through() throws Exception {
        String risky = "find ./important -type f -delete";
        api = PlainApi.start(true, List.of(List.of(bash(risky))), List.of());
        assertThat(claude()).as(output).isZero();
        assertThat(isThere("important/data.txt")).isTrue();
        Command greenlane = new Command(project(), environment());
        assertThat(greenlane.run("allow", "last", "--project").code()).isZero();
        api.close();
        api = PlainApi.start(true, List.of(List.of(bash(risky)), List.of(bash("touch last.txt"))), List.of());

        assertThat(claude()).as(output).isZero();

        assertThat(isThere("important/data.txt")).as(output).isFalse();
        assertThat(isThere("last.txt")).isTrue();
    }

    @Test
    void beside_hooks_of_ours_a_call_has_one_entry() throws Exception {
        api = PlainApi.start(
                true,
                List.of(
                        List.of(bash("python3 -c 1"), bash("find ./important -type f -delete")),
                        List.of(PlainApi.use(
                                "Write", Map.of("file_path", project() + "/made.txt", "content", "hello\n")))),
                List.of());
        Command greenlane = new Command(project(), environment());
        assertThat(greenlane.run("install", "claude-code").code()).isZero();

        assertThat(claude()).as(output).isZero();

        assertThat(isThere("made.txt")).as(output).isTrue();
        assertThat(isThere("important/data.txt")).as(output).isTrue();
        assertThat(ledger()).as(output).hasSize(3);
    }

    @Test
    void where_the_client_classifies_by_itself_the_api_is_not_asked() throws Exception {
        api = PlainApi.start(
                true,
                List.of(List.of(bash("python3 -c 1; touch a.txt")), List.of(bash("find ./important -type f -delete"))),
                List.of());

        // The client takes settings for its environment, and these come last.
        Files.writeString(
                Files.createDirectories(folder.resolve("home/.claude")).resolve("settings.json"),
                "{\"env\":{\"CLAUDE_CODE_AUTO_MODE_SERVER\":\"0\"}}");
        assertThat(claude()).as(output).isZero();

        assertThat(isThere("a.txt")).as(output).isTrue();
        assertThat(isThere("important/data.txt")).as(output).isTrue();
        assertNothingWasAsked();
    }
}
