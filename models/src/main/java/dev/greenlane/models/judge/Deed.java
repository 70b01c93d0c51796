package dev.greenlane.models.judge;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Reversibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One effect as one short line: {@code file-delete build/ [irreversible]}. Stateless. */
public final class Deed {
    private Deed() {}

    /** The line. */
    public static String of(Effect effect) {
        Circumstances at = effect.circumstances();
        List<String> notes = new ArrayList<>();
        if (at.certainty() != Certainty.CERTAIN) {
            notes.add(at.certainty().name().toLowerCase(Locale.ROOT));
        }
        if (at.reversibility() != Reversibility.REVERSIBLE) {
            notes.add(at.reversibility() == Reversibility.IRREVERSIBLE ? "irreversible" : "recoverable with effort");
        }
        if (at.place() != Place.HERE) {
            notes.add("in " + at.place().name().toLowerCase(Locale.ROOT));
        }
        at.carries().stream()
                .sorted()
                .map(DataLabel::name)
                .forEach(label -> notes.add("carries " + label.toLowerCase(Locale.ROOT)));
        at.traits().stream().sorted().forEach(notes::add);
        String line = effect.kind().id() + " " + effect.target();
        if (effect instanceof Effect.NotUnderstood unknown) {
            line += ": " + unknown.reason();
        }
        return notes.isEmpty() ? line : line + " " + notes;
    }
}
