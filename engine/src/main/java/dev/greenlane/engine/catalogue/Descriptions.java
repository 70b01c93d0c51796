package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Reads and checks catalogue files, all together. */
final class Descriptions {

    private Descriptions() {}

    /**
     * A checked description.
     *
     * @param data as it is kept: with {@code like} filled in and without examples
     */
    record Description(String file, Data data, Program program, List<Example> examples) {
        Description {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Reads files.
     *
     * @param files texts by file name
     * @param isTrait whether there is a trait of this name
     * @param problems takes what is wrong in any of them
     * @return the descriptions, of use only where no problem was noted
     */
    static List<Description> read(Map<String, String> files, Predicate<String> isTrait, Problems problems) {
        Map<String, Data.Entries> byFile = new LinkedHashMap<>();
        Map<String, Data.Entries> byName = new LinkedHashMap<>();
        files.forEach((file, text) -> Yaml.read(file, text, problems).ifPresent(data -> {
            if (data instanceof Data.Entries entries) {
                byFile.put(file, entries);
                register(entries, byName, problems);
            } else {
                problems.add(new Place(file, 1), "a description begins with 'program: NAME'");
            }
        }));
        Like like = new Like(byName, problems);
        List<Description> descriptions = new ArrayList<>();
        byFile.forEach((file, written) -> {
            Data.Entries filled = like.filledIn(written);
            Data kept = new Data.Entries(
                    filled.entries().stream()
                            .filter(entry -> !entry.name().equals(Example.SECTION))
                            .toList(),
                    filled.place());
            ProgramReader.check(filled, isTrait, problems)
                    .ifPresent(program ->
                            descriptions.add(new Description(file, kept, program, Example.read(filled, problems))));
        });
        return descriptions;
    }

    private static void register(Data.Entries description, Map<String, Data.Entries> byName, Problems problems) {
        description
                .get("program")
                .map(value -> Fields.texts(value, "'program'", new Problems()))
                .orElse(List.of())
                .forEach(name -> {
                    Data.Entries other = byName.putIfAbsent(name.text().toLowerCase(Locale.ROOT), description);
                    if (other != null) {
                        problems.add(
                                name.place(),
                                "'" + name.text() + "' is also described in " + other.place() + "; keep one of them");
                    }
                });
    }
}
