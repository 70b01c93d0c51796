package dev.greenlane.engine.understand.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.understand.project.ProjectFile.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ProjectFilesProperties {

    @Property(tries = 2000)
    void no_text_makes_a_reader_throw(@ForAll("forms") String form, @ForAll("texts") String text) {
        assertThat(read(form, text, "a", "")).isNotNull();
    }

    @Test
    void texts_that_grow_do_so_to_a_limit() {
        StringBuilder make = new StringBuilder("a0 = xxxxxxxxxx\n");
        StringBuilder yaml = new StringBuilder("vars:\n  a0: xxxxxxxxxx\n");
        StringBuilder just = new StringBuilder();
        StringBuilder anchors = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            make.append("a%d = $(a%d)$(a%d)$(a%d)\n".formatted(i, i - 1, i - 1, i - 1));
            yaml.append("  a%d: '{{.a%d}}{{.a%d}}'\n".formatted(i, i - 1, i - 1));
            anchors.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        just.append("a:\n    echo ")
                .append("{{x}}".repeat(300))
                .append("\nx := '")
                .append("y".repeat(1900))
                .append("'\n");
        String command = "a:\n\techo $(a59)\n";
        within(() -> read("makefile", make + command, "a"));
        within(() -> read("taskfile", yaml + "tasks: {a: 'echo {{.a59}}'}\n", "a"));
        within(() -> read("taskfile", anchors.toString(), "a"));
        within(() -> read("justfile", just.toString(), "a"));
        within(() -> read("makefile", "$(".repeat(100_000), "a"));
        within(() -> read("makefile", "a: $(a\n".repeat(30_000), "a"));
        within(() -> read("justfile", "a ".repeat(100_000) + ":", "a"));
        within(() -> read("package-scripts", "[".repeat(200_000), "a"));
        within(() -> read("taskfile", "[".repeat(60_000), "a"));
        within(() -> read("taskfile", "{" + "a,".repeat(30_000) + "}", "a"));
    }

    private static void within(Runnable reading) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), reading::run);
    }

    @Provide
    static Arbitrary<String> forms() {
        return Arbitraries.of(ProjectFiles.forms());
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                "\"scripts\"",
                "\"a\"",
                ":",
                ",",
                "\n",
                "\t",
                "a",
                "a:",
                " b",
                "$(",
                ")",
                "$@",
                "%",
                "=",
                ":=",
                "?=",
                "{{",
                "}}",
                "tasks:",
                "\n  a:",
                "cmds:",
                "- ",
                "services:",
                "\n[alias]\n",
                "a = !x",
                "\\\n",
                "RUN ",
                "<<E",
                "include a\n",
                "define x\n",
                "endef\n",
                "'",
                "\"",
                "#!",
                "$(call a,b)",
                "$(a:%.c=%.o)",
                "🙂");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(200));
    }

    private static List<Lead> read(String form, String text, String... tasks) {
        Request request = new Request(
                List.of(tasks), List.of("x"), "/work", "/work/file", text, List.of(), path -> Optional.of(text));
        return ProjectFiles.of(form).orElseThrow().leads(request);
    }
}
