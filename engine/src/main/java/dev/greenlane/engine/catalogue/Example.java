package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A call in a description and the effects it must have.
 *
 * @param command shell text
 * @param effects each as {@code kind target}, in order
 */
public record Example(String command, List<String> effects, Place place) {

    static final String SECTION = "examples";

    public Example {
        effects = List.copyOf(effects);
    }

    /** The examples of a description. */
    static List<Example> read(Data.Entries description, Problems problems) {
        List<Example> examples = new ArrayList<>();
        if (description.get(SECTION).orElse(null) instanceof Data.Entries entries) {
            for (Data.Entry entry : entries.entries()) {
                examples.add(new Example(entry.name(), effects(entry, problems), entry.place()));
            }
        } else {
            problems.add(description.place(), "'examples:' are missing; write 'COMMAND: [kind target]', one a line");
        }
        return examples;
    }

    private static List<String> effects(Data.Entry entry, Problems problems) {
        if (!(entry.value() instanceof Data.Items items)) {
            problems.add(entry.place(), "the effects of an example are a list; '[]' where it has none");
            return List.of();
        }
        List<Data.Text> texts = Fields.texts(items, "an effect of an example", problems);
        for (Data.Text text : texts) {
            String kind = text.text().split(" ", 2)[0];
            if (EffectKind.byId(kind).isEmpty()) {
                problems.add(text.place(), "there is no effect kind '" + kind + "'");
            }
        }
        return texts.stream().map(Data.Text::text).toList();
    }
}
