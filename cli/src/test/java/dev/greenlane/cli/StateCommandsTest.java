package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.models.scripted.Line;
import dev.greenlane.models.scripted.ScriptedJudge;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The commands that show and set what the service goes by, with a service of their own. */
class StateCommandsTest extends ServedCase {
    private Run run(String... arguments) {
        return Run.under(
                home.resolve("managed.yaml"),
                project,
                Map.of("HOME", home.toString(), "COLUMNS", "100"),
                new byte[0],
                arguments);
    }

    private String hook(String session, String command) {
        return Run.in(
                        project,
                        Map.of("HOME", home.toString()),
                        Json.line(event(session, command)).getBytes(StandardCharsets.UTF_8),
                        "hook",
                        "claude-code")
                .out();
    }

    @Test
    void the_usual_mode_is_shown_with_who_set_it_and_can_be_changed() throws Exception {
        assertThat(run("mode").out()).isEqualTo("auto (comes with Greenlane)\n");
        assertThat(run("mode", "plan").out()).startsWith("plan (set in ").contains("settings.yaml:1)");
        assertThat(hook("s", "touch a")).contains("deny");
        Path settings = home.resolve(".config/greenlane/settings.yaml");
        Files.writeString(settings, "# mine\nmode: plan # for now\nidle-minutes: 5\n");
        run("mode", "auto");
        assertThat(settings).hasContent("# mine\nmode: auto\nidle-minutes: 5\n");
        assertThat(hook("s", "touch a")).contains("allow");
    }

    @Test
    void a_session_may_have_a_mode_of_its_own() {
        hook("s", "ls");
        assertThat(run("mode", "--session", "claude-code:s").out()).isEqualTo("your usual mode\n");
        assertThat(run("mode", "--session", "claude-code:s", "plan").out()).isEqualTo("plan\n");
        assertThat(hook("s", "touch a")).contains("deny");
        assertThat(hook("other", "touch a")).contains("allow");
        Run none = run("mode", "--session", "nobody", "plan");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no such session");
    }

    @Test
    void a_session_shows_what_it_has_made() throws Exception {
        Run none = run("session", "show");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no such session");
        hook("s", "ls");
        assertThat(run("session", "show", "LAST").out()).contains("Session claude-code:s", "Nothing made");
        hook("s", "mkdir out && cat README.md && curl -sLo out/a.json https://example.com/a.json");
        Run shown = run("session", "show", "claude-code:s");
        assertThat(shown.out()).contains("Made\n", "/out\n", "Read\n", "README.md", "from https://example.com/a.json");
        assertThat(Json.object(run("session", "show", "--json").out()))
                .containsEntry("session", "claude-code:s")
                .containsKeys("made", "fetched", "branches");
        assertThat(run("session").out()).contains("session COMMAND");
    }

    @Test
    void a_project_only_tightens() throws Exception {
        Files.writeString(project.resolve(".greenlane.yaml"), "mode: plan\n");
        assertThat(run("mode").out()).contains("auto", "This project asks for plan");
        assertThat(hook("s", "touch a")).contains("deny");
        Files.writeString(project.resolve(".greenlane.yaml"), "mode: bypassPermissions\n");
        assertThat(hook("s", "rm -rf /")).contains("deny");
    }

    @Test
    void what_is_wrong_in_a_file_is_named_with_its_line() throws Exception {
        Files.writeString(project.resolve(".greenlane.yaml"), "# ours\nidle-minutes: 3\n");
        assertThat(run("mode").out()).contains("Wrong: ", ".greenlane.yaml:2", "cannot be set in this file");
        assertThat(hook("s", "ls")).contains("ask", ".greenlane.yaml:2");
    }

    @Test
    void the_organisation_comes_first() throws Exception {
        Files.writeString(home.resolve("managed.yaml"), "bypass: forbidden\nauto-mode: off\n");
        assertThat(hook("s", "touch a")).contains("ask");
        run("off");
        assertThat(hook("s", "rm -rf /")).contains("deny");
    }

    @Test
    void off_pause_and_on() {
        assertThat(run("off").out()).contains("Reviews are off", "greenlane on");
        assertThat(hook("s", "rm -rf /")).isEmpty();
        assertThat(run("on").out()).isEqualTo("Reviews are on.\n");
        assertThat(hook("s", "rm -rf /")).contains("deny");
        assertThat(run("on").out()).isEqualTo("Reviews were on.\n");
        assertThat(run("pause", "10m").out()).contains("Reviews are off until ");
        assertThat(hook("s", "rm -rf /")).isEmpty();
        assertThat(run("pause", "soon").code()).isEqualTo(2);
    }

    @Test
    void the_log_shows_what_calls_did_and_why_they_were_stopped() {
        hook("s", "ls -l");
        hook("s", "rm -rf /");
        hook("t", "git push --force origin main");
        Run all = run("log");
        assertThat(all.out()).contains("+ allow Bash  ls -l", "x deny  Bash  rm -rf /", "    Denied by Greenlane: ");
        assertThat(all.out()).contains("Session: claude-code:t").doesNotContain("{\"command\"");
        assertThat(run("log", "--denied").out()).doesNotContain("ls -l");
        assertThat(run("log", "--session", "claude-code:t").out())
                .contains("git push")
                .doesNotContain("rm -rf");
        assertThat(run("log", "--since", "1h").lines().stream().filter(line -> line.contains("Bash")))
                .hasSize(3);
        assertThat(run("log", "-n", "1").out()).doesNotContain("rm -rf");
        assertThat(run("log", "--json").lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(Json.object(line)).containsKeys("number", "verdict", "effects", "hash"));
        assertThat(run("log", "--since", "yesterday").code()).isEqualTo(2);
    }

    @Test
    void stats_count() {
        hook("s", "ls");
        hook("s", "rm -rf /");
        assertThat(run("stats").out()).contains("2 calls", "by verdict", "1  deny", "by rule");
        assertThat(run("stats", "--json").out()).contains("\"calls\":2");
    }

    @Test
    void a_changed_entry_shows() throws Exception {
        hook("s", "rm -rf /");
        assertThat(run("log", "--verify").out()).contains("Entries 1 to 1 are as they were written");
        Path ledger = home.resolve(".local/state/greenlane/ledger.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("DROP TRIGGER IF EXISTS entries_no_update");
            statement.execute("UPDATE entries SET outcome = 'allow'");
        }
        Run run = run("log", "--verify");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Entry 1 is not as it was written");
    }

    @Test
    void without_a_ledger_the_log_says_so() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("e"));
        Run run = Run.in(project, Map.of("HOME", empty.toString()), new byte[0], "log");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("ledger");
    }

    @Test
    void a_recorded_session_is_replayed_with_the_words_and_rulings_it_had() throws Exception {
        try (ScriptedJudge model = ScriptedJudge.start(new Line.Say("{\"look\":\"fine\"}"))) {
            Files.createDirectories(home.resolve(".config/greenlane"));
            Files.writeString(
                    home.resolve(".config/greenlane/settings.yaml"),
                    "judge-model: small\njudge-address: " + model.address() + "\n");
            assertThat(hook("s", "frobnicate --all")).contains("\"allow\"");
            hook("s", "git push --force origin main");
            hook("s", "git status");
            Files.delete(home.resolve(".config/greenlane/settings.yaml"));
            Run once = run("replay", "--json", "claude-code:s");
            assertThat(once.out())
                    .contains("\"then\":\"allow\",\"verdict\":\"allow\",\"rule\":\"undecided\"", "\"stage\":\"judge\"");
            assertThat(run("replay", "--json", "claude-code:s").out()).isEqualTo(once.out());
            assertThat(run("replay", "claude-code:s").out()).isEqualTo("3 calls, 0 with another verdict\n");
            assertThat(model.asked()).hasSize(1);
        }
    }

    @Test
    void an_organisation_can_forbid_to_switch_reviews_off() throws Exception {
        assertThat(run("off").code()).isZero();
        assertThat(hook("s", "rm -rf /")).isEmpty();
        Files.writeString(home.resolve("managed.yaml"), "bypass: forbidden\nauto-mode: off\n");

        assertThat(hook("s", "rm -rf /")).contains("deny");
        for (String[] refused : new String[][] {{"off"}, {"pause", "10m"}}) {
            Run run = run(refused);
            assertThat(run.code()).isEqualTo(Exit.FAILED);
            assertThat(run.err()).contains("your organisation does not allow to switch reviews off");
        }
        assertThat(run("mode").out()).contains("default", "managed.yaml");
        assertThat(run("mode", "auto").out()).contains("default", "managed.yaml");
        assertThat(hook("s", "touch a")).doesNotContain("allow");
    }

    @Test
    @Timeout(60)
    void the_log_goes_on_with_what_comes_until_nobody_reads_it() throws Exception {
        hook("s", "ls before");
        PipedInputStream in = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
        Outside outside =
                new Outside(InputStream.nullInputStream(), out, System.err, Map.of("HOME", home.toString()), project);
        CompletableFuture<Integer> log = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> log.complete(Greenlane.run(outside, "log", "-f", "--json", "--session", "claude-code:s")));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("ls before");
            hook("other", "ls elsewhere");
            hook("s", "ls after");
            assertThat(lines.readLine()).contains("ls after");
        }
        hook("s", "ls last");
        assertThat(log.get(30, TimeUnit.SECONDS)).isZero();
    }
}
