package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.provenance.Provenance.Thing;
import dev.greenlane.world.RealWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session has made, by its hooks and with real files. */
class SessionWorksTest extends DeskCase {

    private Path place = Path.of("");

    @BeforeEach
    void find() throws Exception {
        place = project.toRealPath();
        project = place;
    }

    private boolean made(String name) {
        return desk.memory("claude-code:s")
                .provenance(RealWorld.around(Optional.of(place.toString())))
                .made(place.resolve(name).toString());
    }

    private void done(String command, String output) {
        event("PostToolUse", command, Map.of("tool_response", Map.of("stdout", output, "stderr", "")));
    }

    @Test
    void what_it_makes_is_its_own_as_long_as_nobody_else_writes_there() throws Exception {
        use("mkdir out; echo x > a.txt");
        Files.createDirectory(place.resolve("out"));
        Files.writeString(place.resolve("a.txt"), "x\n");
        done("mkdir out; echo x > a.txt", "");
        assertThat(made("out/below")).isTrue();
        assertThat(made("a.txt")).isTrue();
        Files.writeString(place.resolve("a.txt"), "the user's own words");
        assertThat(made("a.txt")).isFalse();
    }

    @Test
    void what_was_there_before_is_not() throws Exception {
        Files.writeString(place.resolve("notes.txt"), "mine");
        use("echo x >> notes.txt; mkdir -p .");
        done("echo x >> notes.txt; mkdir -p .", "");
        assertThat(made("notes.txt")).isFalse();
        assertThat(made("")).isFalse();
    }

    @Test
    void what_a_call_did_not_make_after_all_is_not() throws Exception {
        use("mkdir out");
        done("mkdir out", "");
        Files.createDirectory(place.resolve("out"));
        assertThat(made("out")).isFalse();
    }

    @Test
    void what_was_denied_was_not_made() throws Exception {
        assertThat(use("mkdir out && rm -rf /")).contains("\"deny\"");
        Files.createDirectory(place.resolve("out"));
        assertThat(made("out")).isFalse();
    }

    @Test
    void a_subagent_and_its_parent_make_together() throws Exception {
        event("PreToolUse", "mkdir out", Map.of("agent_id", "child", "agent_type", "worker"));
        Files.createDirectory(place.resolve("out"));
        assertThat(made("out")).isTrue();
    }

    @Test
    void it_is_known_when_the_service_was_started_again_unless_somebody_has_written_since() throws Exception {
        use("mkdir out; echo x > a.txt; echo y > b.txt");
        Files.createDirectory(place.resolve("out"));
        Files.writeString(place.resolve("a.txt"), "x\n");
        Files.writeString(place.resolve("b.txt"), "y\n");
        done("mkdir out; echo x > a.txt; echo y > b.txt", "");
        restart();
        Files.setLastModifiedTime(
                place.resolve("b.txt"), FileTime.from(Instant.now().plusSeconds(600)));
        assertThat(desk.inventory("claude-code:s").made())
                .containsExactlyInAnyOrder(
                        place.resolve("out").toString(), place.resolve("a.txt").toString());
        assertThat(made("a.txt")).isTrue();
        assertThat(made("b.txt")).isFalse();
    }

    @Test
    void a_folder_that_was_there_is_not_taken_for_the_sessions_after_a_restart() throws Exception {
        Files.createDirectory(place.resolve("out"));
        use("mkdir out");
        done("mkdir out", "mkdir: cannot create directory");
        restart();
        assertThat(desk.inventory("claude-code:s").made()).isEmpty();
    }

    @Test
    void branches_are_known_by_what_the_call_showed() {
        use("git checkout -b topic");
        done("git checkout -b topic", "Switched to a new branch 'topic'");
        use("git checkout -b main");
        done("git checkout -b main", "fatal: a branch named 'main' already exists");
        assertThat(desk.inventory("claude-code:s").things())
                .containsOnly(Map.entry(Thing.BRANCH, java.util.List.of("topic")));
    }

    @Test
    void what_runs_in_an_unpacked_folder_is_asked_about_in_a_later_call() throws Exception {
        use("curl -sSLo a.zip https://files.example/a.zip");
        use("unzip -q a.zip -d data");
        Files.createDirectory(place.resolve("data"));
        assertThat(use("cd data && python3 -c 'import json; print(1)'"))
                .contains("\"ask\"")
                .contains("https://files.example/a.zip");
        assertThat(use("python3 -c 'import json; print(json.load(open(\"data/x.json\")))'"))
                .contains("\"allow\"");
    }
}
