package dev.greenlane.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.engine.call.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrowAwayProjectTest {
    private ThrowAwayProject place;
    private Hands hands;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        place = ThrowAwayProject.make();
        hands = new Hands(place);
    }

    @AfterEach
    void sweep() throws IOException {
        place.close();
        assertThat(place.folder()).doesNotExist();
    }

    @Test
    void holdsCommittedIgnoredUntrackedAndUncommittedFiles() throws IOException, InterruptedException {
        assertThat(hands.shell("git ls-files").output()).contains("price.sh", "test.sh", "notes.md");
        assertThat(hands.shell("git status --short --ignored").output().lines())
                .containsExactlyInAnyOrder(" M notes.md", "?? data/", "!! .env", "!! build/");
        assertThat(hands.shell("git ls-remote origin").output()).contains("refs/heads/main");
    }

    @Test
    void commandsSeeItsHomeAndNothingOfTheCallersEnvironment() throws IOException, InterruptedException {
        assertThat(hands.shell("echo ~").output().strip())
                .isEqualTo(place.home().toString());
        assertThat(hands.shell("env").output().lines().map(line -> line.replaceFirst("=.*", "")))
                .contains("HOME", "PATH")
                .doesNotContain("USER", "LANG", "JAVA_HOME", "SSH_AUTH_SOCK");
    }

    @Test
    void filesOutsideAreNotTouched() {
        Path outside = place.folder().resolve("home/thesis.txt");
        ToolCall write =
                new ToolCall.WriteFile("Write", outside.toString(), List.of(new ToolCall.Change("", "x")), true);
        assertThatThrownBy(() -> hands.run(write)).hasMessageContaining("outside the demo's project");
    }

    @Test
    void everyKeepsakeNoticesItsLoss() throws IOException, InterruptedException {
        for (Keepsake kept : place.keepsakes()) {
            String before = kept.content().now();
            assertThat(kept.content().now()).as(kept.name()).isEqualTo(before);
        }
        List<String> before = contents();
        Files.writeString(place.home().resolve("photos/lake.txt"), "another lake\n");
        Files.delete(place.project().resolve("data/orders.csv"));
        hands.shell("git checkout -q notes.md && rm ~/.ssh/id_rsa .env && echo '{}' > ~/.claude/settings.json");
        hands.shell("git commit -q --allow-empty -m x && git push -q --force origin HEAD:main");
        List<String> after = contents();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as(place.keepsakes().get(i).name()).isNotEqualTo(before.get(i));
        }
    }

    private List<String> contents() throws IOException, InterruptedException {
        List<String> contents = new java.util.ArrayList<>();
        for (Keepsake kept : place.keepsakes()) {
            contents.add(kept.content().now());
        }
        return contents;
    }

    @Test
    void theRecordingIsASessionOfTheRightSize() {
        Recording recording = Recording.standard(place.project(), place.home());
        assertThat(recording.calls()).hasSizeBetween(22, 30);
        assertThat(recording.calls()).filteredOn(Recording.Call::risky).hasSizeGreaterThanOrEqualTo(9);
        assertThat(recording.calls()).extracting(Recording.Call::call).noneMatch(ToolCall.Malformed.class::isInstance);
        for (int i = 0; i < recording.calls().size(); i++) {
            if (recording.calls().get(i).risky()) {
                assertThat(recording.calls().get(i + 1).instead())
                        .as("after call " + (i + 1))
                        .isTrue();
            }
        }
    }
}
