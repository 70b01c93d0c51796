package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the description of a program, as {@code docs/catalogue.md} defines it. */
final class ProgramReader {

    private static final List<String> PROPERTIES = Stream.concat(
                    Stream.of("program", "like", "examples"), UsageReader.PROPERTIES.stream())
            .toList();

    private ProgramReader() {}

    /**
     * Reads a whole description in which {@code like} is already filled in.
     *
     * @param isTrait whether there is a trait of this name
     * @param problems takes what is wrong
     * @return the program, of use only where no problem was noted; empty where it has no name
     */
    static Optional<Program> check(Data data, Predicate<String> isTrait, Problems problems) {
        return read(data, isTrait, true, problems);
    }

    /**
     * Reads a description that was checked before; its subcommands are read when they are first needed.
     *
     * @throws IllegalStateException where the description is not as it was checked
     */
    static Program read(Data data) {
        Problems problems = new Problems();
        return read(data, trait -> true, false, problems)
                .filter(program -> problems.isEmpty())
                .orElseThrow(() -> new IllegalStateException("prepared catalogue is damaged: " + problems.list()));
    }

    private static Optional<Program> read(Data data, Predicate<String> isTrait, boolean readsAll, Problems problems) {
        Fields fields = Fields.of(data, "a program", PROPERTIES, problems);
        List<String> names = names(fields, problems);
        Scope scope = Scope.outermost(problems);
        Usage usage = new UsageReader(isTrait, readsAll).read(fields, scope, null);
        String about = fields.text("about").map(Data.Text::text).orElse("");
        return names.isEmpty() ? Optional.empty() : Optional.of(new Program(names, about, usage));
    }

    private static List<String> names(Fields fields, Problems problems) {
        List<Data.Text> names = fields.texts("program");
        if (names.isEmpty()) {
            problems.add(fields.place(), "'program: NAME' is missing");
        }
        for (Data.Text name : names) {
            if (name.text().isEmpty()
                    || name.text().indexOf(' ') >= 0
                    || name.text().indexOf('/') >= 0) {
                problems.add(name.place(), "a program's name is one word without a folder");
            }
        }
        return names.stream().map(name -> name.text().toLowerCase(Locale.ROOT)).toList();
    }
}
