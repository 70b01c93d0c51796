package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Patterns in paths. */
final class Wildcards {

    private Wildcards() {}

    /** Text in which {@code *} and {@code ?} stand for any names. */
    static Value in(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?' && i > 3) {
                pieces.add(new Piece.Text(text.substring(from, i)));
                pieces.add(new Piece.Glob(text.substring(i, i + 1)));
                from = i + 1;
            }
        }
        pieces.add(new Piece.Text(text.substring(from)));
        return new Value(pieces);
    }
}
