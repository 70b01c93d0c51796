package dev.greenlane.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Processes.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealProcessesTest {
    private final RealProcesses processes = new RealProcesses();

    @Test
    void tells_what_a_process_is(@TempDir Path folder) throws IOException {
        Process process =
                new ProcessBuilder("sleep", "100.25").directory(folder.toFile()).start();
        try {
            Running found = processes.at(process.pid()).orElseThrow();

            assertThat(found.number()).isEqualTo(process.pid());
            assertThat(found.parent()).isEqualTo(ProcessHandle.current().pid());
            assertThat(found.startedAt()).isPositive();
            assertThat(found.user()).isEqualTo(ProcessHandle.current().info().user());
            assertThat(processes.all()).extracting(Running::number).contains(process.pid());
            if (Files.exists(Path.of("/proc/self/cmdline"))) {
                assertThat(found.words()).isEqualTo(List.of("sleep", "100.25"));
                assertThat(found.folder()).contains(folder.toRealPath().toString());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void nobody_can_tell_of_what_does_not_run() {
        assertThat(processes.at(0)).isEmpty();
        assertThat(processes.at(-1)).isEmpty();
        assertThat(processes.at(Long.MAX_VALUE)).isEmpty();
    }
}
