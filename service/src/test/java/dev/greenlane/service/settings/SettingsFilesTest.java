package dev.greenlane.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.review.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
    @TempDir
    private Path folder;

    private Path project = Path.of("");
    private Path managed = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        project = Files.createDirectories(folder.resolve("project/inside"));
        managed = folder.resolve("managed.yaml");
    }

    private SettingsFiles files() {
        return new SettingsFiles(folder, managed);
    }

    private Settings settings() {
        return files().in(Optional.of(project));
    }

    private void user(String text) throws IOException {
        Files.writeString(folder.resolve("settings.yaml"), text);
    }

    @Test
    void without_files_auto_mode_is_on() {
        Settings settings = settings();
        assertThat(settings.mode(Optional.empty())).isEqualTo(Mode.AUTO);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.get(Key.MODE).source()).isEqualTo(Source.BUILT_IN);
    }

    @Test
    void the_user_sets_the_mode_and_a_session_may_choose_another() throws IOException {
        user("mode: acceptEdits\ndenials-in-a-row: 5\n");
        Settings settings = settings();
        assertThat(settings.mode(Optional.empty())).isEqualTo(Mode.ACCEPT_EDITS);
        assertThat(settings.mode(Optional.of(Mode.PLAN))).isEqualTo(Mode.PLAN);
        assertThat(settings.number(Key.DENIALS_IN_A_ROW)).isEqualTo(5);
        assertThat(settings.get(Key.MODE).origin()).endsWith("settings.yaml:1");
    }

    @Test
    void the_organisation_overrides_the_user() throws IOException {
        user("mode: bypassPermissions\nledger-days: 1\n");
        Files.writeString(managed, "bypass: forbidden\nledger-days: 365\n");
        Settings settings = settings();
        assertThat(settings.mode(Optional.empty())).isEqualTo(Mode.AUTO);
        assertThat(settings.mode(Optional.of(Mode.BYPASS_PERMISSIONS))).isEqualTo(Mode.AUTO);
        assertThat(settings.mayBeOff()).isFalse();
        assertThat(settings.number(Key.LEDGER_DAYS)).isEqualTo(365);
        assertThat(settings.get(Key.LEDGER_DAYS).source()).isEqualTo(Source.MANAGED);
    }

    @Test
    void the_organisation_switches_auto_mode_off() throws IOException {
        Files.writeString(managed, "auto-mode: off\n");
        assertThat(settings().mode(Optional.of(Mode.AUTO))).isEqualTo(Mode.DEFAULT);
    }

    @Test
    void a_project_cannot_set_what_is_not_its_own() throws IOException {
        Files.writeString(project.getParent().resolve(".greenlane.yaml"), "bypass: allowed\n");
        assertThat(settings().problems())
                .singleElement()
                .asString()
                .contains(".greenlane.yaml:1", "'bypass' cannot be set in this file");
    }

    @Test
    void a_project_asks_for_a_mode_beside_the_users() throws IOException {
        Files.writeString(project.getParent().resolve(".greenlane.yaml"), "mode: plan\n");
        Settings settings = settings();
        assertThat(settings.mode(Optional.empty())).isEqualTo(Mode.AUTO);
        assertThat(settings.project()).contains(Mode.PLAN);
    }

    @Test
    void what_is_wrong_in_a_file_is_said_with_its_line() throws IOException {
        user("# mine\nmode: yolo\ncolour: red\n");
        assertThat(settings().problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("settings.yaml:2", "'mode' must be"),
                        second -> assertThat(second).contains("settings.yaml:3", "no setting 'colour'"));
    }

    @Test
    void a_file_that_changes_is_read_again() throws IOException {
        SettingsFiles files = files();
        user("mode: plan\n");
        assertThat(files.in(Optional.empty()).mode(Optional.empty())).isEqualTo(Mode.PLAN);
        user("mode: auto\n");
        Files.setLastModifiedTime(folder.resolve("settings.yaml"), FileTime.fromMillis(1));
        assertThat(files.in(Optional.empty()).mode(Optional.empty())).isEqualTo(Mode.AUTO);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem() throws IOException {
        Files.createDirectory(folder.resolve("settings.yaml"));
        assertThat(settings().problems()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void a_pause_ends_when_the_clock_is_set_back_and_half_a_file_switches_nothing_off() throws Exception {
        Switch off = new Switch(folder);
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        off.pause(now, Duration.ofMinutes(10));
        assertThat(off.offUntil(now.plusSeconds(599))).contains(now.plusSeconds(600));
        assertThat(off.offUntil(now.plusSeconds(600))).isEmpty();
        assertThat(off.offUntil(now.minusSeconds(1))).isEmpty();
        off.off();
        assertThat(off.offUntil(now)).contains(Instant.MAX);
        for (String rest : List.of("", now + "\n", "of", now + "\n2026-01-01T1")) {
            Files.writeString(folder.resolve("off"), rest);
            assertThat(off.offUntil(now)).as(rest).isEmpty();
        }
    }

    @Test
    void a_key_that_names_files_may_name_several_and_those_of_all_count() throws IOException {
        user("policy: [a.yaml, b.yaml]\nrules:\n  - r.yaml\n");
        Files.writeString(managed, "policy: c.yaml\n");
        assertThat(settings().policies()).extracting(Setting::value).containsExactly("a.yaml", "b.yaml", "c.yaml");
        assertThat(settings().rules()).extracting(Setting::file).containsExactly(folder.resolve("r.yaml"));
        user("mode: [auto, plan]\n");
        assertThat(settings().problems()).hasSize(1);
    }
}
