package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installation and its undoing, in a home of its own and with jars of nobody's. */
class SetupCommandsTest {
    private static final String APP = "greenlane.app";
    private static final String SETTINGS = """
        {
          // my own
          "model": "opus",   "hooks": {"PreToolUse": [
            {"matcher": "Bash", "hooks": [{"type": "command", "command": "mine"}]},
          ]},
        }
        """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path project = Path.of("");

    @BeforeEach
    void make() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        project = Files.createDirectories(folder.resolve("project"));
        Path app = Files.createDirectories(folder.resolve("app"));
        Files.createDirectories(app.resolve("lib"));
        Files.writeString(app.resolve("greenlane.jar"), "no jar");
        System.setProperty(APP, app.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(APP);
    }

    private Run run(String... arguments) {
        return Run.in(
                project,
                Map.of("HOME", home.toString(), "PATH", folder.resolve("bin") + ":/usr/bin:/bin"),
                new byte[0],
                arguments);
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                String name = root.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    tree.put(name, "-> " + Files.readSymbolicLink(path));
                } else {
                    tree.put(
                            name,
                            Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                                    ? "/"
                                    : Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return tree;
    }

    private Path settings(String text) throws IOException {
        return setting(".claude/settings.json", text);
    }

    private Path setting(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void every_agent_is_installed_once_and_leaves_nothing_behind() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (HookPlace place : HookPlaces.all()) {
            Files.writeString(programs.resolve(place.program()), "#!/bin/sh\n")
                    .toFile()
                    .setExecutable(true);
        }
        setting(".claude/settings.json", "");
        setting(".gemini/settings.json", "{}");
        setting(".qwen/settings.json", "{ }\n");
        setting(".cursor/hooks.json", "{\n}\n");
        Map<String, String> before = tree(home);
        Run first = run("install", "--all");
        assertThat(first.code()).as(first.out() + first.err()).isZero();
        Run second = run("install", "--all");
        for (HookPlace place : HookPlaces.all()) {
            assertThat(first.out()).contains(place.agent() + ": installed; every tool call is reviewed before it runs");
            assertThat(second.out()).contains(place.agent() + ": was installed already");
        }
        assertThat(run("uninstall", "--all").out()).contains("Greenlane is gone");
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void settings_keep_every_letter_of_what_is_there() throws Exception {
        Path file = settings(SETTINGS);
        Map<String, String> before = tree(home);
        assertThat(run("install", "claude-code", "--shadow", "--mode", "plan").code())
                .isZero();
        assertThat(Files.readString(file))
                .contains("// my own", "\"model\": \"opus\",   \"hooks\"", "\"mine\"", "--mode plan --shadow");
        assertThat(home.resolve(".claude/settings.json.before-greenlane")).hasContent(SETTINGS);
        assertThat(run("uninstall", "--all").code()).isZero();
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void a_dry_run_shows_the_difference_and_changes_nothing() throws Exception {
        settings(SETTINGS);
        Map<String, String> before = tree(home);
        Run run = run("install", "claude-code", "--dry-run", "--color=never");
        assertThat(run.out()).contains("+++", "greenlane-hook claude-code --event PreToolUse", "nothing was changed");
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void settings_behind_a_link_stay_behind_it() throws Exception {
        Path dotfiles = Files.createDirectories(home.resolve("dotfiles"));
        Path real = Files.writeString(dotfiles.resolve("claude.json"), SETTINGS);
        Files.createDirectories(home.resolve(".claude"));
        Path link = Files.createSymbolicLink(home.resolve(".claude/settings.json"), Path.of("../dotfiles/claude.json"));
        Map<String, String> before = tree(home);
        run("install", "claude-code");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("greenlane-hook");
        run("uninstall", "--all");
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void settings_that_are_broken_are_not_touched() throws Exception {
        Path file = settings("{\"hooks\": [");
        Run run = run("install", "claude-code");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("claude-code: its settings were not touched, ");
        assertThat(file).hasContent("{\"hooks\": [");
        assertThat(run("uninstall", "--all").out()).contains("Greenlane is gone");
        assertThat(file).hasContent("{\"hooks\": [");
    }

    @Test
    void a_project_has_hooks_of_its_own() throws Exception {
        assertThat(run("install", "claude-code", "--project").code()).isZero();
        assertThat(project.resolve(".claude/settings.json")).content().contains("greenlane-hook");
        assertThat(home.resolve(".claude")).doesNotExist();
        assertThat(run("install", "codex", "--project").out()).contains("no settings for a project");
        assertThat(run("uninstall", "claude-code", "--project").code()).isZero();
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void uninstalling_ends_the_service_and_takes_what_it_kept() throws Exception {
        Map<String, String> before = tree(home);
        run("install", "claude-code");
        ResidentService service = ResidentService.in(home);
        String event = "{\"hook_event_name\":\"PreToolUse\",\"session_id\":\"s\",\"cwd\":\"" + project
                + "\",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls\"}}";
        assertThat(Run.in(
                                project,
                                Map.of("HOME", home.toString()),
                                event.getBytes(StandardCharsets.UTF_8),
                                "hook",
                                "claude-code")
                        .out())
                .contains("allow");
        run("mode", "plan");
        assertThat(run("uninstall", "--all").code()).isZero();
        service.ended();
        assertThat(tree(home)).isEqualTo(before);
    }

    @Test
    void what_is_not_an_agent_or_a_mode_is_wrong_usage() {
        assertThat(run("install", "nobody")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("no agent is called nobody", "claude-code");
        });
        assertThat(run("install", "claude-code", "--mode", "yolo").code()).isEqualTo(2);
        assertThat(run("install").code()).isEqualTo(2);
    }
}
