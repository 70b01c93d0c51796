package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.CatalogueSource;
import dev.greenlane.engine.catalogue.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the catalogue, through the whole engine. */
class CatalogueExamplesTest {

    private static final Path SOURCES = Path.of("src/main/catalogue");
    private static final Path TRAITS = Path.of("src/main/catalogue-data/traits.yaml");

    private final Understander understander = Understander.load();

    /** The engine may find more than a description says: what a path is, what a redirection writes, what code does. */
    @Test
    void every_effect_of_an_example_is_found() throws IOException {
        assertThat(examples().stream()
                        .filter(example -> !found(example).containsAll(texts(example)))
                        .map(example -> example.place() + ": '" + example.command() + "' says " + texts(example)
                                + " but gives " + found(example)))
                .isEmpty();
    }

    private static List<Example> examples() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(SOURCES)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return CatalogueSource.read(files, Files.readString(TRAITS)).examples();
    }

    /** A path has its normal form in the engine, without a slash at its end. */
    private static List<String> texts(Example example) {
        return example.effects().stream()
                .map(effect -> effect.matches("file-\\S+ [^:]+/") ? effect.substring(0, effect.length() - 1) : effect)
                .toList();
    }

    private List<String> found(Example example) {
        ToolCall call = new ToolCall.Shell("Bash", example.command(), ToolCall.Dialect.POSIX);
        return understander
                .understand(call, Surroundings.UNKNOWN, dev.greenlane.engine.look.Files.NONE)
                .effects()
                .stream()
                .map(effect -> (effect.kind().id() + " " + effect.target()).strip())
                .toList();
    }
}
