package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Descriptions.Description;
import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Prepared;
import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks all files of the catalogue and writes the prepared form; a step of the build. With {@code --examples} it also runs
 * the examples, as far as descriptions alone tell their effects.
 */
public final class CheckCatalogue {

    private CheckCatalogue() {}

    /**
     * Runs the check; exits with 1 where something is wrong, after printing all of it.
     *
     * @param args the folder of YAML files, the file of traits, the file to write, and optionally {@code --examples}
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: CheckCatalogue FOLDER TRAITS OUTPUT [--examples]");
            System.exit(2);
        }
        List<String> findings = check(
                Path.of(args[0]),
                Path.of(args[1]),
                Path.of(args[2]),
                List.of(args).contains("--examples"),
                System.out);
        findings.forEach(System.err::println);
        if (!findings.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> check(Path folder, Path traits, Path output, boolean withExamples, PrintStream progress)
            throws IOException {
        Problems problems = new Problems();
        List<Description> descriptions = read(folder, traits, problems);
        if (!problems.isEmpty()) {
            return problems.list().stream()
                    .sorted(Comparator.comparing(
                                    (Problem problem) -> problem.place().file())
                            .thenComparing(problem -> problem.place().line()))
                    .map(Problem::toString)
                    .toList();
        }
        Files.createDirectories(output.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(output)) {
            Prepared.write(
                    descriptions.stream()
                            .map(one -> new Prepared.Document(one.program().names(), one.data()))
                            .toList(),
                    out);
        }
        if (!withExamples) {
            return List.of();
        }
        List<String> mismatches = mismatches(descriptions);
        progress.println(descriptions.size() + " files, "
                + descriptions.stream().mapToInt(one -> one.examples().size()).sum() + " examples, "
                + mismatches.size() + " do not give what they say");
        return mismatches;
    }

    /** Reads a folder of descriptions. */
    static List<Description> read(Path folder, Path traits, Problems problems) throws IOException {
        Set<String> names = new HashSet<>();
        Yaml.read(traits.getFileName().toString(), Files.readString(traits), problems)
                .ifPresent(data -> {
                    if (data instanceof Data.Entries entries) {
                        entries.entries().forEach(entry -> names.add(entry.name()));
                    }
                });
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file :
                        list.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return Descriptions.read(files, names::contains, problems);
    }

    /** Examples that do not give what they say. */
    static List<String> mismatches(List<Description> descriptions) {
        ExampleRunner runner = new ExampleRunner(
                Catalogue.of(descriptions.stream().map(Description::program).toList()));
        return descriptions.stream()
                .flatMap(description -> description.examples().stream())
                .flatMap(example -> runner.mismatch(example).stream().map(text -> example.place() + ": " + text))
                .toList();
    }
}
