package dev.greenlane.agents.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.agents.input.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final List<String> EVENTS = List.of("Before", "After");

    @TempDir
    private Path home;

    private static HookCommand command(Optional<String> mode) {
        return new HookCommand(Path.of("/opt/with space/greenlane-hook"), mode, false);
    }

    private Installation of(HookPlace place, Optional<String> mode) {
        return Installation.ofUser(place, EVENTS, home, command(mode));
    }

    private static void carryOut(List<FileChange> changes) throws IOException {
        for (FileChange change : changes) {
            Files.createDirectories(change.file().getParent());
            if (change.after().isPresent()) {
                Files.writeString(change.file(), change.after().get());
            } else {
                Files.delete(change.file());
            }
        }
    }

    private static HookPlace place(String agent) {
        return HookPlaces.all().stream()
                .filter(place -> place.agent().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> hooks_go_in_once_and_come_out_without_a_trace() {
        return HookPlaces.all().stream()
                .map(place -> DynamicTest.dynamicTest(place.agent(), () -> {
                    Installation installation = of(place, Optional.empty());
                    assertThat(installation.isInstalled()).isFalse();
                    List<FileChange> changes = installation.install();
                    assertThat(changes)
                            .allSatisfy(change ->
                                    assertThat(change.after().orElseThrow()).contains("greenlane-hook"));
                    carryOut(changes);
                    assertThat(installation.isInstalled()).isTrue();
                    assertThat(installation.install()).isEmpty();
                    carryOut(installation.uninstall());
                    assertThat(installation.files())
                            .allSatisfy(file -> assertThat(file).doesNotExist());
                    assertThat(installation.uninstall()).isEmpty();
                }));
    }

    @Test
    void another_home_takes_over_what_concerns_hooks_without_those_of_others() throws Exception {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
            {
              // mine
              "env": {"KEY": "value"},
              "disableAllHooks": false,
              "hooks": {
                "Before": [{"matcher": "Bash", "hooks": [{"type": "command", "command": "their-hook --fast"}]}],
                "Elsewhere": [{"hooks": [{"type": "command", "command": "their-bell"}]}]
              }
            }
            """);
        Installation installation = of(place("claude-code"), Optional.empty());
        carryOut(installation.install());
        Path other = home.resolve("other");
        Path there = other.resolve(".claude/settings.json");
        Files.createDirectories(there.getParent());
        Files.writeString(there, "{\n  \"model\": \"small\"\n}\n");

        assertThat(installation.others()).containsExactly("their-hook --fast");
        carryOut(installation.inHome(other));

        var settings = Json.object(Files.readString(there));
        assertThat(settings.keySet()).containsExactlyInAnyOrder("model", "disableAllHooks", "hooks");
        assertThat(Files.readString(there)).contains("greenlane-hook").doesNotContain("their-");
        assertThat(Json.asObject(settings.get("hooks")).orElseThrow().keySet())
                .containsExactlyInAnyOrder("Before", "After");
    }

    @Test
    void what_else_is_in_the_settings_stays() throws Exception {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        String theirs = """
            {
              // my model
              "model": "best",
              "hooks": {
                "Before": [
                  { "hooks": [{ "type": "command", "command": "theirs" }] }
                ]
              }
            }
            """;
        Files.writeString(file, theirs);
        Installation installation = of(place("claude-code"), Optional.empty());
        carryOut(installation.install());
        assertThat(Files.readString(file))
                .contains(
                        "// my model",
                        "\"command\": \"theirs\"",
                        "'/opt/with space/greenlane-hook' claude-code --event Before");
        carryOut(installation.uninstall());
        assertThat(Files.readString(file)).isEqualTo(theirs);
    }

    @Test
    void another_mode_replaces_the_hooks_that_are_there() throws Exception {
        HookPlace place = place("claude-code");
        carryOut(of(place, Optional.empty()).install());
        carryOut(of(place, Optional.of("plan")).install());
        String text = Files.readString(home.resolve(".claude/settings.json"));
        assertThat(text).contains("--event Before --mode plan");
        assertThat(text.split("greenlane-hook", -1)).hasSize(1 + EVENTS.size());
        assertThat(Json.object(text)).containsOnlyKeys("hooks");
    }

    @Test
    void a_hook_program_of_somebody_else_is_not_replaced() throws Exception {
        Path file = home.resolve(".cline/hooks/Before");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\ntheirs\n");
        assertThatThrownBy(() -> of(place("cline"), Optional.empty()).install())
                .isInstanceOf(NotEditable.class)
                .hasMessageContaining("somebody else's");
        assertThat(of(place("cline"), Optional.empty()).uninstall()).isEmpty();
    }

    @Test
    void settings_that_cannot_be_read_are_not_touched() throws Exception {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{ not json");
        assertThatThrownBy(() -> of(place("claude-code"), Optional.empty()).install())
                .isInstanceOf(NotEditable.class)
                .hasMessage("line 1: a name is missing");
    }

    @Test
    void a_project_has_its_own_settings_where_the_client_knows_them() {
        assertThat(Installation.ofProject(place("claude-code"), EVENTS, home, command(Optional.empty()))
                        .orElseThrow()
                        .files())
                .containsExactly(home.resolve(".claude/settings.json"));
        assertThat(Installation.ofProject(place("codex"), EVENTS, home, command(Optional.empty())))
                .isEmpty();
    }
}
