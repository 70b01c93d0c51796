package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bash says which texts are shell grammar: {@code bash -n} reads a script and runs nothing. */
class BashAgreementTest {
    @TempDir
    private Path folder;

    @Test
    void sentencesAreGoodWhereBashSaysSo() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Sentence sentence : Sentence.all()) {
            if (ShellReader.read(sentence.text()).readable() != (sentence.good() != sentence.deviates())) {
                wrong.add(sentence.text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bashSaysOfSentencesWhatIsWrittenDown() throws Exception {
        assumeTrue(version().startsWith("5.2"), "skipped: this needs bash 5.2");
        List<String> wrong = new ArrayList<>();
        for (Sentence sentence : Sentence.all()) {
            if (bashAccepts(sentence.text()) != sentence.good()) {
                wrong.add(sentence.text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ourScriptsAreGoodForBash() throws Exception {
        assumeTrue(!version().isEmpty(), "skipped: no bash on this machine");
        for (ShellTexts.ShellText script : ShellTexts.own()) {
            assertThat(bashAccepts(script.text())).as(script.file().toString()).isTrue();
        }
    }

    @Test
    void scriptsAreReadableWhereBashSaysSo() throws Exception {
        assumeTrue(version().startsWith("5"), "skipped: this needs bash 5");
        List<ShellTexts.ShellText> scripts = ShellTexts.all();
        List<String> wrong = new ArrayList<>();
        for (ShellTexts.ShellText script : scripts) {
            Script read = ShellReader.read(script.text());
            if (!script.text().contains("extglob") && bashAccepts(script.text()) != read.readable()) {
                wrong.add(script.file() + ": " + read.problems());
            }
        }
        System.out.printf(
                "bash -n and the reader agree on %d of %d scripts%n", scripts.size() - wrong.size(), scripts.size());
        assertThat(wrong).hasSizeLessThanOrEqualTo(scripts.size() / 200);
    }

    private String version() throws InterruptedException {
        try {
            return run("bash", "--norc", "-c", "echo $BASH_VERSION").strip();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private boolean bashAccepts(String text) throws Exception {
        Path script = Files.writeString(folder.resolve("script"), text);
        String said = run("bash", "--norc", "-n", script.toString());
        return said.lines().allMatch(line -> line.contains("warning:"));
    }

    private String run(String... command) throws InterruptedException {
        try {
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "bash did not answer";
            }
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
