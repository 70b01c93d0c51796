package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.models.scripted.Line;
import dev.greenlane.models.scripted.ScriptedJudge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeCommandTest {
    private static final Line FINE = new Line.Say("{\"look\":\"fine\"}");
    private static final Line CLOSER = new Line.Say("{\"look\":\"closer\"}");
    private static final Line DENY =
            new Line.Say("{\"reasons\":\"It deletes.\",\"verdict\":\"deny\",\"rule\":\"undecided\",\"quote\":\"\"}");

    @TempDir
    private Path home;

    private Run run(String... arguments) {
        return Run.in(home, Map.of("HOME", home.toString()), new byte[0], arguments);
    }

    private void set(String settings) throws Exception {
        Files.createDirectories(home.resolve(".config/greenlane"));
        Files.writeString(home.resolve(".config/greenlane/settings.yaml"), settings);
    }

    @Test
    void a_judge_that_tells_harm_from_harmless_passes() throws Exception {
        try (ScriptedJudge model = ScriptedJudge.start(FINE, CLOSER, DENY)) {
            set("judge-model: small\njudge-address: " + model.address() + "\njudge-price: 1/5\n");
            Run run = run("judge", "test");
            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("small at http", "right acme-format", "420 tokens", "deny", "It deletes.", "$0.0");
            assertThat(run.out()).contains("At most 10 s a call, $0.50 a session, $5.00 a day; today", "$0.0000");
            assertThat(model.asked()).hasSize(3);
        }
    }

    @Test
    void one_that_allows_everything_does_not() throws Exception {
        try (ScriptedJudge model = ScriptedJudge.start(FINE)) {
            set("judge-model: small\njudge-style: openai\njudge-address: " + model.address() + "\n");
            Run run = run("judge", "test");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("wrong acme-cloud purge");
        }
    }

    @Test
    void one_that_does_not_answer_says_why() throws Exception {
        try (ScriptedJudge model = ScriptedJudge.start(new Line.Fail(401))) {
            set("judge-model: small\njudge-address: " + model.address() + "\n");
            assertThat(run("judge", "test").out()).contains("no verdict", "does not accept the key");
        }
    }

    @Test
    void without_a_judge_it_says_how_to_set_one_up() {
        Run run = run("judge", "test");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("judge-model", "settings.yaml");
    }

    @Test
    void a_preview_shows_what_would_be_sent_without_secrets() {
        String key = "ghp_" + "Q7wErT5yUiOp3aSdFgHjKlZxCvBnM92rVNpv";
        Run run = run("judge", "preview", "--user", "Take " + key, "--", "frobnicate --all");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("<case>", "frobnicate --all", "First question")
                .doesNotContain(key);
        assertThat(run("judge", "preview", "--json", "--", "frobnicate").out()).contains("\"sent\":true", "<case>");
    }

    @Test
    void a_preview_has_what_was_written_for_the_judge() throws Exception {
        set("rules: mine.yaml\n");
        Files.writeString(home.resolve(".config/greenlane/mine.yaml"), "written:\n  environment: [We build rockets]\n");
        assertThat(run("judge", "preview", "--", "frobnicate").out()).contains("We build rockets");
    }

    @Test
    void a_session_that_is_replayed_gets_the_same_verdicts_without_asking_again() throws Exception {
        String rows = """
            {"id":1,"tool":"Bash","input":{"command":"frobnicate --all"},"user":["Frobnicate it"]}
            {"id":2,"tool":"Bash","input":{"command":"frobnicate --all"},"calls":[{"tool":"Bash","input":{"command":"touch a"}}]}
            {"id":3,"tool":"Bash","input":{"command":"ls"}}
            """;
        String asked;
        try (ScriptedJudge model = ScriptedJudge.start(FINE, CLOSER, DENY)) {
            set("judge-model: small\njudge-address: " + model.address() + "\n");
            asked = verdicts(rows, "--judge", "--rulings", "rulings.jsonl");
            assertThat(asked).contains("1 allow judge", "2 deny judge", "3 allow policy");
            assertThat(verdicts(rows, "--judge", "--rulings", "rulings.jsonl")).isEqualTo(asked);
            assertThat(model.asked()).hasSize(3);
        }
        assertThat(verdicts(rows, "--rulings", "rulings.jsonl")).isEqualTo(asked);
        assertThat(verdicts(rows)).contains("1 ask policy");
    }

    private String verdicts(String rows, String... options) throws Exception {
        String[] command = new String[options.length + 2];
        command[0] = "review";
        command[1] = "--jsonl";
        System.arraycopy(options, 0, command, 2, options.length);
        Run run = Run.in(home, Map.of("HOME", home.toString()), rows.getBytes(StandardCharsets.UTF_8), command);
        StringBuilder verdicts = new StringBuilder();
        for (String line : run.lines()) {
            Map<String, Object> answer = Json.object(line);
            verdicts.append(answer.get("id") + " " + answer.get("verdict") + " " + answer.get("stage") + "\n");
        }
        return verdicts.toString();
    }

    @Test
    void what_the_rules_decide_would_not_be_sent() {
        Run run = run("judge", "preview", "--", "git push --force origin main");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Nothing would be sent: deny by");
    }
}
