package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.effect.DataLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads entries of {@code outputs:}. */
final class OutputReader {

    private static final List<String> PROPERTIES = List.of("data", "when");

    private final Scope scope;
    private final TermReader terms;

    OutputReader(Scope scope) {
        this.scope = scope;
        this.terms = new TermReader(scope);
    }

    Optional<OutputSpec> read(Data item) {
        if (item instanceof Data.Text name) {
            return label(name).map(label -> new OutputSpec(label, List.of()));
        }
        Fields fields = Fields.of(item, "an output", PROPERTIES, scope.problems());
        List<Condition> when =
                fields.texts("when").stream().map(terms::condition).toList();
        return fields.text("data").flatMap(this::label).map(label -> new OutputSpec(label, when));
    }

    private Optional<DataLabel> label(Data.Text name) {
        Optional<DataLabel> found = Arrays.stream(DataLabel.values())
                .filter(label -> label.name().toLowerCase(Locale.ROOT).equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            scope.problems()
                    .add(
                            name.place(),
                            "there is no data '" + name.text() + "'; known are "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(DataLabel.values())
                                                    .map(label -> label.name().toLowerCase(Locale.ROOT))
                                                    .toList()));
        }
        return found;
    }
}
