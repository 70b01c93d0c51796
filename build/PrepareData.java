import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Prepared;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Turns a YAML file of named entries into the form that the engine loads, each entry found by its name.
 *
 * <p>Run by {@code engine/pom.xml} with the engine's classes. Arguments: the YAML file, the file to write.
 */
final class PrepareData {

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Problems problems = new Problems();
        Optional<Data> data = Yaml.read(source.getFileName().toString(), Files.readString(source), problems);
        if (!problems.isEmpty() || !(data.orElse(null) instanceof Data.Entries entries)) {
            problems.list().forEach(System.err::println);
            System.exit(1);
            return;
        }
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            Prepared.write(
                    entries.entries().stream()
                            .map(entry -> new Prepared.Document(List.of(entry.name()), entry.value()))
                            .toList(),
                    out);
        }
    }
}
