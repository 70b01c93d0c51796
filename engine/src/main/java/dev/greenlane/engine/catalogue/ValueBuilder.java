package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts text and values together, in time in proportion to their length. Not thread-safe. */
final class ValueBuilder {

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void add(String more) {
        text.append(more);
    }

    void add(Value value) {
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Text known) {
                text.append(known.text());
            } else {
                endText();
                pieces.add(piece);
            }
        }
    }

    Value build() {
        endText();
        return new Value(pieces);
    }

    private void endText() {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }
}
