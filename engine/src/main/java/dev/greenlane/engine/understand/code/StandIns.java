package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets code be read of which parts are not known: a private-use character stands for each such part. Used by one thread, for
 * one call.
 */
public final class StandIns {

    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    private final List<Piece> unknown = new ArrayList<>(0);

    /** The code as text; private-use characters of its own become replacement characters. */
    public String encode(Value code) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : code.pieces()) {
            if (piece instanceof Piece.Text known) {
                text.append(withoutPrivate(known.text()));
            } else {
                text.append((char) Math.min(FIRST + unknown.size(), LAST));
                unknown.add(piece);
            }
        }
        return text.toString();
    }

    /** What a piece of such text is: known, but for the parts that never were. */
    public Value decode(String piece) {
        if (unknown.isEmpty()) {
            return Value.of(piece);
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < piece.length(); i++) {
            if (isPrivate(piece.charAt(i))) {
                pieces.add(new Piece.Text(piece.substring(from, i)));
                pieces.add(unknown.get(Math.min(piece.charAt(i) - FIRST, unknown.size() - 1)));
                from = i + 1;
            }
        }
        pieces.add(new Piece.Text(piece.substring(from)));
        return new Value(pieces);
    }

    /** Such a piece for people. */
    public String display(String piece) {
        return unknown.isEmpty() ? piece : decode(piece).display();
    }

    private static String withoutPrivate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isPrivate(text.charAt(i))) {
                StringBuilder clean = new StringBuilder(text);
                for (int j = i; j < clean.length(); j++) {
                    if (isPrivate(clean.charAt(j))) {
                        clean.setCharAt(j, '\uFFFD');
                    }
                }
                return clean.toString();
            }
        }
        return text;
    }

    private static boolean isPrivate(char c) {
        return c >= FIRST && c <= LAST;
    }
}
