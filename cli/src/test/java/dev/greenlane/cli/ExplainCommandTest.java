package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @Test
    void showsTheWholeWayFromTheCommandToTheVerdict() {
        Run run = Run.of("explain", "--", "echo hi; X=/; rm -rf \"$X\"");
        assertThat(run.code()).isEqualTo(20);
        assertThat(run.lines()).contains("Call", "Tree", "Effects", "Facts", "Rules tried", "Verdict");
        assertThat(run.out())
                .contains("file-delete")
                .contains("home: /home/sam")
                .contains("Denied by Greenlane:");
    }

    @Test
    void pointsAtThePartOfTheCommandThatHasTheEffect() {
        List<String> lines = Run.of("explain", "--", "echo hi; rm -rf /").lines();
        int marks = lines.indexOf(lines.stream()
                .filter(line -> line.matches(" +\\^+"))
                .findFirst()
                .orElseThrow());
        String text = lines.get(marks - 1);
        String marked = text.substring(
                lines.get(marks).indexOf('^'),
                Math.min(text.length(), lines.get(marks).length()));
        assertThat("rm -rf /").contains(marked);
    }

    @Test
    void saysWhatWasLookedAt(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("run.sh"), "echo hi\n");
        Run run = Run.in(project, Map.of("HOME", "/home/sam"), new byte[0], "explain", "--", "sh run.sh");
        assertThat(run.out()).contains("run.sh: file, 8 characters read");
    }

    @Test
    void explainsOtherToolsToo() {
        Run run = Run.of("explain", "--tool", "Read", "--input", "{\"file_path\":\"/home/sam/.ssh/id_rsa\"}");
        assertThat(run.code()).isNotZero();
        assertThat(run.lines()).contains("Effects", "Verdict").doesNotContain("Tree");
    }

    @Test
    void aCallWithoutEffectsHasNoRulesToTry() {
        Run run = Run.of("explain", "--", "echo 'rm -rf /'");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("none: rules speak of effects");
    }
}
