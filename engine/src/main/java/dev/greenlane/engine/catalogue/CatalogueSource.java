package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Descriptions.Description;
import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Prepared;
import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue as it is written, checked as a whole. Used while building; the product loads {@link Catalogue}. */
public final class CatalogueSource {

    private final List<Description> descriptions;
    private final List<Problem> problems;

    private CatalogueSource(List<Description> descriptions, List<Problem> problems) {
        this.descriptions = descriptions;
        this.problems = problems;
    }

    /**
     * Reads and checks descriptions.
     *
     * @param files texts by file name
     * @param traits the text of {@code traits.yaml}
     */
    public static CatalogueSource read(Map<String, String> files, String traits) {
        Problems problems = new Problems();
        Set<String> names = new HashSet<>();
        Yaml.read("traits.yaml", traits, problems).ifPresent(data -> {
            if (data instanceof Data.Entries entries) {
                entries.entries().forEach(entry -> names.add(entry.name()));
            }
        });
        List<Description> descriptions = Descriptions.read(files, names::contains, problems);
        return new CatalogueSource(
                descriptions,
                problems.list().stream()
                        .sorted(Comparator.comparing(
                                        (Problem problem) -> problem.place().file())
                                .thenComparing(problem -> problem.place().line()))
                        .toList());
    }

    /** Everything that is wrong, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    /** The examples of all descriptions. */
    public List<Example> examples() {
        return descriptions.stream()
                .flatMap(description -> description.examples().stream())
                .toList();
    }

    /**
     * Examples that do not give what they say, by the descriptions alone.
     *
     * @throws IllegalStateException where there are problems
     */
    public List<Problem> mismatches() {
        requireNoProblems();
        ExampleRunner runner = new ExampleRunner(
                Catalogue.of(descriptions.stream().map(Description::program).toList()));
        return examples().stream()
                .flatMap(example -> runner.mismatch(example).stream().map(text -> new Problem(example.place(), text)))
                .toList();
    }

    /**
     * Writes what {@link Catalogue#load} reads.
     *
     * @throws IllegalStateException where there are problems
     */
    public void write(OutputStream out) throws IOException {
        requireNoProblems();
        Prepared.write(
                descriptions.stream()
                        .map(one -> new Prepared.Document(one.program().names(), one.data()))
                        .toList(),
                out);
    }

    /** The descriptions, of use only where there are no problems. */
    List<Description> descriptions() {
        return descriptions;
    }

    private void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.get(0).toString());
        }
    }
}
