package dev.greenlane.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.cli.drive.Client;
import dev.greenlane.cli.drive.Clients;
import dev.greenlane.cli.drive.Scene;
import dev.greenlane.cli.drive.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every agent as it is shipped, with hooks as they are installed, against a scripted model. */
@Tag("clients")
class RealClientsTest {
    private static final int PATIENCE_SECONDS = 180;

    @TestFactory
    Stream<DynamicTest> a_risky_call_does_not_happen_and_the_agent_goes_on() {
        return chosen().map(client -> DynamicTest.dynamicTest(client.agent(), () -> installed(client)));
    }

    @TestFactory
    Stream<DynamicTest> hooks_for_one_run_are_gone_after_it() {
        return chosen().map(client -> DynamicTest.dynamicTest(client.agent(), () -> forOneRun(client)));
    }

    private static void installed(Client client) throws Exception {
        Path commands = NpmClients.commands(client);
        try (Stage stage = Stage.of(client)) {
            String path = path(commands);
            Command greenlane = new Command(stage.project(), stage.environment(path));
            Map<String, String> before = files(stage.home());
            assertThat(greenlane.run("install", client.agent()).code()).isZero();
            assertThat(greenlane.run("uninstall", client.agent()).code()).isZero();
            assertThat(files(stage.home())).containsAllEntriesOf(before);
            assertThat(greenlane.run("install", client.agent()).code()).isZero();

            Scene scene = stage.playTrusting(program(client, commands), path, PATIENCE_SECONDS);

            assertReviewed(scene);
            assertThat(greenlane.run("log", "--json").output())
                    .contains("touch first.txt", "-delete", "touch last.txt");
            assertThat(greenlane.run("uninstall", "--all").code()).isZero();
            assertNoHooks(client, stage);
        }
    }

    private static void forOneRun(Client client) throws Exception {
        Path commands = NpmClients.commands(client);
        try (Stage stage = Stage.of(client)) {
            String path = path(commands);
            Command greenlane = new Command(stage.project(), stage.environment(path));
            Path denials = stage.project().resolve("denials.jsonl");

            Scene scene = stage.play(
                    Command.words(
                            "run",
                            "--enable-auto-mode",
                            "--denials",
                            denials.toString(),
                            "--",
                            program(client, commands).toString()),
                    path,
                    PATIENCE_SECONDS);

            assertReviewed(scene);
            assertThat(Files.readString(denials)).hasLineCount(1).contains("-delete");
            assertNoHooks(client, stage);
            assertThat(greenlane.run("uninstall", "--all").code()).isZero();
        }
    }

    @TestFactory
    Stream<DynamicTest> doctor_sees_hooks_fire_and_distrust() {
        return chosen().map(client -> DynamicTest.dynamicTest(client.agent(), () -> {
            Path commands = NpmClients.commands(client);
            try (Stage stage = Stage.of(client)) {
                Command greenlane = new Command(stage.project(), stage.environment(path(commands)));
                assertThat(greenlane.run("install", client.agent()).code()).isZero();

                Command.Ended doctor = greenlane.run("doctor");

                String line = doctor.output()
                        .lines()
                        .filter(each -> each.contains(" " + client.agent() + ": "))
                        .findFirst()
                        .orElse(doctor.output());
                if (client.agent().equals("codex")) {
                    assertThat(line).contains("does not trust 8 of its 8 hooks").contains("/hooks");
                } else {
                    assertThat(line).contains(client.quick() ? "its hooks fire" : "its hook answers");
                    assertThat(line).contains(client.version());
                }
                assertThat(greenlane.run("uninstall", "--all").code()).isZero();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> doctor_sees_that_settings_switch_hooks_off() {
        return chosen().filter(client -> client.agent().equals("claude-code"))
                .map(client -> DynamicTest.dynamicTest(client.agent(), () -> {
                    Path commands = NpmClients.commands(client);
                    try (Stage stage = Stage.of(client)) {
                        stage.put(".claude/settings.json", "{\"disableAllHooks\": true}");
                        Command greenlane = new Command(stage.project(), stage.environment(path(commands)));
                        greenlane.run("install", client.agent());

                        Command.Ended doctor = greenlane.run("doctor");

                        assertThat(doctor.output()).contains("it ran a call without asking its hook");
                        assertThat(doctor.code()).isOne();
                        greenlane.run("uninstall", "--all");
                    }
                }));
    }

    /** Some clients write their settings anew as they run, so these are not compared letter for letter. */
    private static void assertNoHooks(Client client, Stage stage) throws IOException {
        String settings = HookPlaces.all().stream()
                .filter(place -> place.agent().equals(client.agent()))
                .findFirst()
                .orElseThrow()
                .user()
                .replaceFirst("^~/", "")
                .replaceFirst("\\{event}", "PreToolUse");
        assertThat(files(stage.home()).getOrDefault(settings, "")).doesNotContain("greenlane-hook");
    }

    private static void assertReviewed(Scene scene) {
        assertThat(scene.late()).as(scene.output()).isFalse();
        assertThat(scene.first()).as(scene.output()).isTrue();
        assertThat(scene.risky()).as(scene.output()).isFalse();
        assertThat(scene.results()).as(scene.output()).hasSizeGreaterThan(1);
        assertThat(scene.results().get(1))
                .containsPattern("Denied by Greenlane: (This deletes|The user said: .{1,2}Keep everything else)");
        assertThat(scene.last()).as(scene.output()).isTrue();
        assertThat(scene.finished()).as(scene.output()).isTrue();
        assertThat(scene.exit()).as(scene.output()).isZero();
    }

    /** The clients that -Dclients names, with commas between; all where it names none. */
    private static Stream<Client> chosen() {
        String names = System.getProperty("clients", "");
        Predicate<Client> named = names.isEmpty()
                ? client -> true
                : client -> Arrays.asList(names.split(",")).contains(client.agent());
        return Clients.all().stream().filter(named);
    }

    private static Path program(Client client, Path commands) {
        String name = HookPlaces.all().stream()
                .filter(place -> place.agent().equals(client.agent()))
                .findFirst()
                .orElseThrow()
                .program();
        return commands.resolve(name);
    }

    private static String path(Path commands) {
        return commands + ":" + System.getenv("PATH");
    }

    private static Map<String, String> files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> home.relativize(file).toString(),
                            RealClientsTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
