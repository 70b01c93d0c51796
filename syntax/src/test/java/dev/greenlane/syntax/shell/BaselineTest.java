package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trees of small scripts, as files that people read. In a file, the lines of a script start with {@code > }, its
 * tree follows, and an empty line ends it. To accept the trees the reader makes now, run the test with
 * {@code -Dbaseline.update=true} and read what has changed.
 */
class BaselineTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/greenlane/syntax/shell/baseline");
    private static final String MARK = "> ";

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void treesAreAsTheyWere(Path file) throws IOException {
        String expected = Files.readString(file);
        List<String> scripts = scripts(expected);
        StringBuilder actual = new StringBuilder();
        for (String script : scripts) {
            script.lines().forEach(line -> actual.append(MARK).append(line).append('\n'));
            actual.append(TreePrinter.print(ShellReader.read(script))).append('\n');
        }
        if (Boolean.getBoolean("baseline.update")) {
            Files.writeString(file, actual);
        } else {
            assertThat(actual.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void placesAreTrue(Path file) throws IOException {
        assertAll(scripts(Files.readString(file)).stream()
                .map(script -> () -> Trees.checkSpans(ShellReader.read(script), script)));
    }

    private static List<String> scripts(String file) {
        List<String> scripts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith(MARK)) {
                lines.add(line.substring(MARK.length()));
            } else if (!lines.isEmpty()) {
                scripts.add(String.join("\n", lines));
                lines.clear();
            }
        }
        if (!lines.isEmpty()) {
            scripts.add(String.join("\n", lines));
        }
        return scripts;
    }
}
