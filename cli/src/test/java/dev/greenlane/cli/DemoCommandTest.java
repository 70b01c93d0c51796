package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private static List<Path> places() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("greenlane-demo-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void playsTheSessionAsRecordedAndLeavesNothingBehind() throws IOException {
        List<Path> before = places();
        Run run = Run.in(Path.of("/"), Map.of("COLUMNS", "80", "LANG", "C.UTF-8"), new byte[0], "demo");
        assertThat(run.out())
                .contains("What the denied calls aimed at still stands:")
                .doesNotContain("CHANGED");
        assertThat(run.out()).contains("Denied by Greenlane:").contains("Tokens spent on reviews: 0");
        assertThat(run.out()).doesNotContain("should have been stopped").doesNotContain("were stopped");
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
        assertThat(places()).isEqualTo(before);
    }
}
