package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Origin;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What data an effect carries. */
final class Carrying {

    private Carrying() {}

    static Circumstances these(Circumstances base, Set<DataLabel> labels, Optional<Origin> origin) {
        return labels.isEmpty() ? base : base.carrying(labels, origin);
    }

    /** Labels of a value by the names of what is not known in it: {@code $API_KEY} is a secret. */
    static Set<DataLabel> ofNames(Value value) {
        Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Hole hole) {
                labels.add(soundsSecret(hole.name()) ? DataLabel.CREDENTIAL : DataLabel.UNKNOWN);
            }
        }
        return labels;
    }

    private static boolean soundsSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.contains("TOKEN")
                || upper.contains("SECRET")
                || upper.contains("PASSW")
                || upper.contains("API_KEY")
                || upper.contains("APIKEY")
                || upper.contains("PRIVATE_KEY")
                || upper.contains("ACCESS_KEY")
                || upper.contains("CREDENTIAL");
    }
}
