package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.agents.install.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code greenlane run} with programs that stand in for agents and write down what they were given. */
class RunCommandTest {
    private static final String APP = "greenlane.app";

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path project = Path.of("");

    @BeforeEach
    void make() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        project = Files.createDirectories(folder.resolve("project"));
        Path app = Files.createDirectories(folder.resolve("app/lib")).getParent();
        Files.writeString(app.resolve("greenlane.jar"), "no jar");
        System.setProperty(APP, app.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(APP);
    }

    private Path agent(String program, String script) throws IOException {
        Path file = folder.resolve(program);
        Files.writeString(file, "#!/bin/sh\ncd " + project + "\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Run run(String... arguments) {
        return Run.in(project, Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin"), new byte[0], arguments);
    }

    private String seen(String name) throws IOException {
        return Files.readString(project.resolve(name));
    }

    @Test
    void agents_with_a_door_for_one_run_keep_their_settings() throws Exception {
        Path settings = home.resolve(".qwen/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"hooks\":{\"PreToolUse\":[{\"hooks\":[{\"command\":\"mine\"}]}]}}");
        Path qwen = agent(
                "qwen",
                "cat \"$QWEN_CODE_SYSTEM_DEFAULTS_PATH\" >hooks; echo \"$GREENLANE_RUN\" >name; cat " + settings
                        + " >settings; echo \"$@\" >words; exit 7");

        Run run = run("run", "--permission-mode", "plan", "--", qwen.toString(), "-p", "do it");

        assertThat(run.code()).as(run.err()).isEqualTo(7);
        assertThat(seen("words")).isEqualTo("-p do it\n");
        assertThat(seen("hooks")).contains("greenlane-hook qwen-code --event PreToolUse");
        assertThat(seen("settings")).isEqualTo(Files.readString(settings)).doesNotContain("greenlane");
        assertThat(seen("name")).matches("[a-p]{32}\n");
        assertThat(home.resolve(".local/state/greenlane/runs")).isEmptyDirectory();
    }

    @Test
    void words_for_one_run_come_before_the_agents_own() throws Exception {
        Path copilot = agent("copilot", "echo \"$1 $3\" >words; cat \"$2\"/plugin.json \"$2\"/hooks.json >plugin");

        assertThat(run("run", "--", copilot.toString(), "--allow-all-tools").code())
                .isZero();

        assertThat(seen("words")).isEqualTo("--plugin-dir --allow-all-tools\n");
        assertThat(seen("plugin")).contains("\"hooks\":\"hooks.json\"", "\"version\": 1", "greenlane-hook copilot-cli");
    }

    @Test
    void what_the_user_gives_is_not_replaced() throws Exception {
        Path claude = agent("claude", "echo \"$@\" >words; cat " + home + "/.claude/settings.json >settings");

        assertThat(run("run", "--", claude.toString(), "--settings", "my.json").code())
                .isZero();

        assertThat(seen("words")).isEqualTo("--settings my.json\n");
        assertThat(seen("settings")).contains("greenlane-hook claude-code");
        assertThat(home.resolve(".claude/settings.json")).doesNotExist();
    }

    @Test
    void hooks_that_are_installed_stay_as_they_are() throws Exception {
        assertThat(run("install", "gemini-cli", "--mode", "default").code()).isZero();
        Path settings = home.resolve(".gemini/settings.json");
        String installed = Files.readString(settings);
        Path gemini = agent("gemini", "cat " + settings + " >settings; echo \"$GREENLANE_RUN\" >name");

        assertThat(run("run", "--enable-auto-mode", "--", gemini.toString()).code())
                .isZero();

        assertThat(seen("settings")).isEqualTo(installed);
        assertThat(Files.readString(settings)).isEqualTo(installed);
        assertThat(seen("name")).matches("[a-p]{32}\n");
    }

    @Test
    void runs_at_the_same_time_share_hooks_that_stand_in_settings() throws Exception {
        Path hook = home.resolve(".cline/hooks/PreToolUse");
        String wait = "while [ ! -e go ]; do sleep 0.05; done";
        Path cline = agent("cline", "if [ \"$1\" = long ]; then : >began; " + wait + "; cat " + hook + " >kept; fi");
        Thread longRun = new Thread(() -> run("run", "--", cline.toString(), "long"));
        longRun.start();
        while (!Files.exists(project.resolve("began"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(run("run", "--", cline.toString(), "short").code()).isZero();

        assertThat(hook).exists();
        Files.writeString(project.resolve("go"), "");
        longRun.join();
        assertThat(seen("kept")).contains("greenlane-hook cline");
        assertThat(hook).doesNotExist();
    }

    @Test
    void hooks_of_a_run_that_was_killed_go_with_the_next() throws Exception {
        HookPlace cline = HookPlaces.all().stream()
                .filter(place -> place.agent().equals("cline"))
                .findFirst()
                .orElseThrow();
        Installation hooks = new Hooks(Path.of("/opt/greenlane-hook"), Optional.empty(), false)
                .in(cline, home, Optional.empty())
                .orElseThrow();
        Path state = Files.createDirectories(home.resolve(".local/state/greenlane"));
        new SharedHooks(state, "cline").begin(hooks);
        Files.writeString(state.resolve("run-cline"), "999999999 1\nnonsense\n");

        assertThat(run("run", "--", agent("cline", "exit 0").toString()).code()).isZero();

        assertThat(home.resolve(".cline/hooks/PreToolUse")).doesNotExist();
        assertThat(state.resolve("run-cline")).doesNotExist();
    }
}
