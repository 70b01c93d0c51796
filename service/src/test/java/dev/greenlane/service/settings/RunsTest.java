package dev.greenlane.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.settings.Runs.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    @TempDir
    private Path state;

    @Test
    void a_run_is_known_by_its_name_until_it_ends() throws Exception {
        Runs here = new Runs(state);
        Runs service = new Runs(state);
        Run run = here.begin(Optional.of(Mode.PLAN), Instant.now());
        assertThat(service.find(run.name())).contains(run);
        service.note(run, "one");
        service.note(run, "two\nthree");
        new Runs(state).note(run, "one");
        new Runs(state).note(run, "two");
        assertThat(here.end(run)).containsExactly("one", "two");
        assertThat(service.find(run.name())).isEmpty();
        service.note(run, "late");
        assertThat(state.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void no_other_file_is_taken_for_a_run() throws Exception {
        Files.writeString(state.resolve("ledger"), "auto\n");
        assertThat(new Runs(state).find("../ledger")).isEmpty();
        assertThat(new Runs(state).find("")).isEmpty();
        assertThat(new Runs(state).find("a".repeat(32))).isEmpty();
    }

    @Test
    void runs_that_were_killed_are_forgotten_after_a_month() throws Exception {
        Runs runs = new Runs(state);
        Instant now = Instant.now();
        Run killed = runs.begin(Optional.empty(), now);
        Files.setLastModifiedTime(
                state.resolve("runs").resolve(killed.name()), FileTime.from(now.minus(Duration.ofDays(31))));
        Run fresh = runs.begin(Optional.empty(), now);
        assertThat(runs.find(killed.name())).isEmpty();
        assertThat(runs.find(fresh.name())).contains(fresh);
    }
}
