import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks or applies the Java format of the whole repository.
 *
 * <p>Run by the root {@code pom.xml} in a JVM of its own, because the formatter uses the parser of the JDK it runs on and
 * Maven may have been started on one that is older than the sources. The first argument is {@code check} or
 * {@code apply}, the others are the folders to walk.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) {
        boolean apply = args[0].equals("apply");
        List<Path> files = Stream.of(args).skip(1).flatMap(Format::javaFiles).toList();
        List<String> findings = files.parallelStream()
                .flatMap(file -> visit(file, apply).stream())
                .sorted()
                .toList();
        findings.forEach(System.err::println);
        if (!findings.isEmpty()) {
            System.err.println("To format every file: mvn -q -N validate -Pformat");
            System.exit(1);
        }
    }

    private static Stream<Path> javaFiles(String folder) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> visit(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return Optional.empty();
            }
            if (apply) {
                Files.writeString(file, after);
                return Optional.empty();
            }
            return Optional.of(file + ": not formatted");
        } catch (FormatterException e) {
            return Optional.of(file + ": cannot be parsed: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
