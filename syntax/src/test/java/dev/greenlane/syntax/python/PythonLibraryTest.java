package dev.greenlane.syntax.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares with Python itself, by hand: {@code -Dpython.sources=FOLDER} names a folder with Python files, and {@code python3}
 * must be on the path. What Python accepts must be read without anything unreadable.
 */
@EnabledIfSystemProperty(named = "python.sources", matches = ".+")
class PythonLibraryTest {

    private static final String ACCEPTED = """
        import ast, pathlib, sys, warnings
        warnings.simplefilter("ignore")
        for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            try:
                ast.parse(text)
                print("+", path)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                print("-", path)
        """;

    @Test
    void whatPythonAcceptsIsReadable() throws IOException {
        Process python = new ProcessBuilder("python3", "-c", ACCEPTED, System.getProperty("python.sources"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> wrong = new ArrayList<>();
        int accepted = 0;
        int rejectedByBoth = 0;
        int rejected = 0;
        for (String line : lines) {
            Path file = Path.of(line.substring(2));
            Module module = PythonReader.read(Files.readString(file));
            List<Node> unreadable = Trees.unreadable(module);
            if (line.startsWith("+")) {
                accepted++;
                unreadable.stream().findFirst().ifPresent(node -> wrong.add(file + " " + node));
            } else {
                rejected++;
                rejectedByBoth += unreadable.isEmpty() ? 0 : 1;
            }
        }
        System.err.printf(
                "%d files that Python accepts, %d of them not readable; %d that it rejects, %d of them not readable%n",
                accepted, wrong.size(), rejected, rejectedByBoth);
        assertThat(wrong).isEmpty();
    }
}
