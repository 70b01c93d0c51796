package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewCommandTest {

    @Test
    void aHarmlessCommandIsAllowed() {
        Run run = Run.of("review", "--", "git status");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("allow").contains("git status");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aDenialSaysWhoDeniesAndWhy() {
        Run run = Run.of("review", "--", "rm -rf /");
        assertThat(run.code()).isEqualTo(20);
        assertThat(run.lines().get(0)).contains("deny").contains("rm -rf /");
        assertThat(run.lines().get(1)).contains("Denied by Greenlane:");
    }

    @Test
    void whatNobodyDescribedIsAskedAbout() {
        Run run = Run.of("review", "--tool", "launch_rocket", "--input", "{\"to\":\"mars\"}");
        assertThat(run.code()).isEqualTo(10);
        assertThat(run.lines().get(0)).contains("ask");
    }

    @Test
    void oneArgumentIsShellTextAndSeveralAreWords() {
        assertThat(Run.of("review", "--", "echo hi; rm -rf /").code()).isEqualTo(20);
        assertThat(Run.of("review", "--", "echo", "hi; rm -rf /").code()).isZero();
        assertThat(Run.of("review", "--", "rm", "-rf", "/").code()).isEqualTo(20);
    }

    @Test
    void jsonHasTheContractsMembers() throws NotJson {
        Run run = Run.of("review", "--json", "--", "rm -rf /");
        Map<String, Object> answer = Json.object(run.out());
        assertThat(answer)
                .containsEntry("v", 1)
                .containsEntry("verdict", "deny")
                .containsEntry("stage", "policy")
                .containsKeys("rule", "reason", "effects", "micros");
        assertThat(((List<?>) answer.get("effects")).get(0))
                .isInstanceOfSatisfying(
                        Map.class,
                        effect -> assertThat(effect)
                                .containsEntry("kind", "file-delete")
                                .containsEntry("target", "/"));
        assertThat((String) answer.get("reason")).startsWith("Denied by Greenlane: ");
        assertThat(run.code()).isEqualTo(20);
    }

    @Test
    void homeIsTheOneOfTheEnvironment() {
        Path folder = Path.of("/srv/shop");
        Map<String, String> environment = Map.of("HOME", "/srv/homes/sam");
        assertThat(Run.in(folder, environment, new byte[0], "review", "--", "rm -rf /srv/homes/sam")
                        .code())
                .isEqualTo(20);
        assertThat(Run.in(folder, environment, new byte[0], "review", "--json", "--", "cat ~/.ssh/id_rsa")
                        .out())
                .contains("/.ssh/id_rsa");
    }

    @ParameterizedTest
    @CsvSource({
        "default, 10",
        "acceptEdits, 0",
        "plan, 20",
        "auto, 0",
        "dontAsk, 20",
        "bypassPermissions, 0",
        "manual, 10"
    })
    void theModeDecidesToo(String mode, int code, @TempDir Path project) {
        Run run = Run.in(
                project, Map.of("HOME", "/home/sam"), new byte[0], "review", "--mode", mode, "--", "touch new.txt");
        assertThat(run.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review",
                "review --mode sideways -- ls",
                "review --tool Bash",
                "review --input {}",
                "review --tool Bash --input [] ",
                "review --tool Bash --input {",
                "review --tool Bash --input {} -- ls",
                "review --jsonl -- ls",
                "review --policy no-such-file.yaml -- ls",
                "review --color sometimes -- ls",
                "review --no-such-option",
                "no-such-command"
            })
    void wrongUsageIsSaidInALineOrTwo(String line) {
        Run run = Run.of(line.strip().split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("greenlane: ").doesNotContain("\tat ");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
    }

    @Test
    void aStackTraceIsShownOnlyWhenAskedFor() {
        assertThat(Run.of("review", "--debug").err()).contains("\tat ");
    }

    @Test
    void coloursAreForTerminalsOrWhoAsks() {
        assertThat(Run.of("review", "--", "ls").out()).doesNotContain("\033");
        assertThat(Run.of("review", "--color=always", "--", "ls").out()).contains("\033[32m");
        assertThat(Run.of("review", "--color=never", "--", "ls").out()).doesNotContain("\033");
    }

    @Test
    void aCommandCannotWriteToTheTerminalItself() {
        Run run = Run.of("review", "--", "echo '\033[2Kallow' \r\n true");
        assertThat(run.out()).doesNotContain("\033").doesNotContain("\r");
    }

    @Test
    void signsAreAsciiUnlessTheLocaleHasMore() {
        Path here = Path.of("").toAbsolutePath();
        Run utf8 = Run.in(here, Map.of("LANG", "en_GB.UTF-8"), new byte[0], "review", "--", "ls");
        Run posix = Run.in(here, Map.of("LANG", "C"), new byte[0], "review", "--", "ls");
        assertThat(utf8.out()).contains("✓");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(posix.out()))
                .isTrue();
    }

    @Test
    void everyCommandHasAPageOfHelp() {
        for (String command : List.of("review", "explain", "hook", "policy", "catalogue", "demo", "bench")) {
            Run run = Run.of(command, "--help");
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out()).as(command).contains("Usage: greenlane " + command);
            assertThat(run.lines())
                    .as(command)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        }
        assertThat(Run.of("--help").out()).contains("Usage: greenlane COMMAND").contains("greenlane demo");
        assertThat(Run.of("--version").out()).startsWith("greenlane ");
    }
}
