package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {
    private static final String CALLS = """
        {"id":1,"tool":"Bash","input":{"command":"ls | frobnicate; sudo frobnicate"}}
        {"id":2,"tool":"Read","input":{"file_path":"a"}}
        not json
        {"id":3,"tool":"Bash","input":{"command":"ls && rm -f a"}}
        """;

    @Test
    void countsKnownProgramsAlsoInsideOthers() {
        Run run = Run.with(CALLS, "catalogue", "stats", "--jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("in all +6 +4 +66\\.7 % +2 +1 +50\\.0 %")
                .containsPattern("2 +frobnicate");
    }

    @Test
    void tellsFilesApart(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one.jsonl"), CALLS);
        Path two = Files.writeString(folder.resolve("two.jsonl"), "");
        Run run = Run.of("catalogue", "stats", "--jsonl", one.toString(), two.toString());
        assertThat(run.out()).containsPattern("one\\.jsonl +6").containsPattern("two\\.jsonl +0 +0 +- ");
    }

    @Test
    void aMissingFileIsSaid() {
        Run run = Run.of("catalogue", "stats", "--jsonl", "no-such-file.jsonl");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no-such-file.jsonl");
    }

    @Test
    void benchMeasuresTheSameCalls() {
        Run run = Run.with(CALLS, "bench", "--rounds", "2");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("3 calls").contains("p99 ms").containsPattern("\n +2 +\\d+\\.\\d{3}");
        assertThat(Run.with("", "bench").code()).isEqualTo(2);
    }
}
