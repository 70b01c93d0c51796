import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.PreparedPolicy;
import dev.greenlane.engine.policy.condition.Vocabulary;
import dev.greenlane.engine.policy.source.InvalidPolicyException;
import dev.greenlane.engine.policy.source.PolicyReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Turns the default policy's YAML into what the engine loads.
 *
 * <p>Run by {@code engine/pom.xml} with the engine's classes. Arguments: the folder with the policy files, {@code traits.yaml},
 * {@code paths.yaml}, the file to write.
 */
final class PreparePolicy {

    public static void main(String[] arguments) throws IOException {
        try {
            Vocabulary vocabulary = new Vocabulary(keys(Path.of(arguments[1])), keys(Path.of(arguments[2])));
            PolicyFile file = read(Path.of(arguments[0]), vocabulary);
            Policy.of(file);
            Path target = Path.of(arguments[3]);
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                PreparedPolicy.write(file, vocabulary, out);
            }
        } catch (InvalidPolicyException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static PolicyFile read(Path folder, Vocabulary vocabulary) throws IOException, InvalidPolicyException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        PolicyReader reader = new PolicyReader(vocabulary);
        for (Path file : files) {
            reader.add(file.getFileName().toString(), Files.readString(file));
        }
        return reader.result();
    }

    private static Set<String> keys(Path file) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return ((Map<?, ?>) document).keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
