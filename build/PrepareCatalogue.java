import dev.greenlane.engine.catalogue.CatalogueSource;
import dev.greenlane.engine.data.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks the catalogue's YAML and turns it into what the engine loads.
 *
 * <p>Run by {@code engine/pom.xml} with the engine's classes. Arguments: the folder with the descriptions, {@code traits.yaml},
 * the file to write, and {@code examples} to run the examples on the descriptions alone, too.
 */
final class PrepareCatalogue {

    public static void main(String[] arguments) throws IOException {
        Map<String, String> files = read(Path.of(arguments[0]));
        CatalogueSource source = CatalogueSource.read(files, Files.readString(Path.of(arguments[1])));
        stopAt(source.problems());
        Path target = Path.of(arguments[2]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            source.write(out);
        }
        if (arguments[3].equals("examples")) {
            stopAt(source.mismatches());
            System.out.println("Every example in " + files.size() + " files gives what it says.");
        }
    }

    private static void stopAt(List<Problem> problems) {
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.exit(1);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file :
                    list.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
