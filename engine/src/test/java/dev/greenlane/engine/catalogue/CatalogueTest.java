package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.value.Argument;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final Path SOURCES = Path.of("src/main/catalogue");
    private static final Path TRAITS = Path.of("src/main/catalogue-data/traits.yaml");

    private static CatalogueSource source() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(SOURCES)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return CatalogueSource.read(files, Files.readString(TRAITS));
    }

    @Test
    void every_example_gives_what_it_says() throws IOException {
        assertThat(source().mismatches()).isEmpty();
    }

    @TestFactory
    List<DynamicTest> the_prepared_form_plans_as_the_description_does() throws IOException {
        return source().descriptions().stream()
                .map(description -> DynamicTest.dynamicTest(description.file(), () -> {
                    for (String name : description.program().names()) {
                        Program prepared = Catalogue.load().program(name).orElseThrow();
                        assertThat(prepared.names())
                                .isEqualTo(description.program().names());
                        for (Example example : description.examples()) {
                            List<Argument> words = Described.words(example.command());
                            words = words.subList(1, words.size());
                            assertThat(prepared.plan(words, true))
                                    .isEqualTo(description.program().plan(words, true));
                        }
                    }
                }))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "python3, python3",
        "Python3, python3",
        "python3.11, python3",
        "PYTHON3.EXE, python3",
        "g++-12, g++",
        "php8.2, php",
        "clang-format-15, clang-format",
    })
    void a_name_is_found_without_version_and_ending(String asked, String found) {
        Catalogue catalogue =
                Catalogue.of(List.of(named("python3"), named("g++"), named("php"), named("clang-format")));
        assertThat(catalogue.program(asked).map(Program::names)).contains(List.of(found));
    }

    @ParameterizedTest
    @CsvSource({"rm2", "rmx", "''", "1", ".1", "-1", "1.2.3.4.5.6"})
    void other_names_are_not_found(String asked) {
        assertThat(Catalogue.of(List.of(named("rm"))).program(asked)).isEmpty();
    }

    @Test
    void many_words_take_time_in_proportion() {
        Described mv = Described.by("""
            program: mv
            flags: {"-o VALUE": value}
            operands: [source..., destination]
            effects: [{file-delete: source, carries: source}, {file-write: destination}, {deploy: "={source}"}]
            """);
        List<Argument> words =
                Collections.nCopies(200_000, Described.words("word").get(0));
        assertThat(mv.program().plan(words, false).effects()).hasSize(200_001);
    }

    private static Program named(String name) {
        return Described.by("program: " + name).program();
    }

    /** Cold start counts: a hook must not read YAML. */
    @Test
    void loading_needs_no_yaml() throws Exception {
        URL[] classes = {
            Catalogue.class.getProtectionDomain().getCodeSource().getLocation(),
            dev.greenlane.syntax.Span.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
        };
        try (URLClassLoader alone = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> catalogue = alone.loadClass(Catalogue.class.getName());
            Object loaded = catalogue.getMethod("load").invoke(null);
            Method program = catalogue.getMethod("program", String.class);
            assertThat((Optional<?>) program.invoke(loaded, "rm")).isPresent();
        }
    }
}
