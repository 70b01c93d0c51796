package dev.greenlane.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One piece of text, as far as it is known: known text, globs and holes in a row. Immutable; neighbouring texts are joined
 * and empty texts dropped, so equal values are equal records.
 */
public record Value(List<Piece> pieces) {

    /** The empty text. */
    public static final Value EMPTY = new Value(List.of());

    public Value {
        pieces = joined(pieces);
    }

    /** Known text. */
    public static Value of(String text) {
        return new Value(List.of(new Piece.Text(text)));
    }

    /** Text that is not known at all; see {@link Piece.Hole}. */
    public static Value unknown(String name, String reason) {
        return new Value(List.of(new Piece.Hole(name, reason)));
    }

    /** The whole text, where it is known and holds no glob. */
    public Optional<String> known() {
        return switch (pieces.size()) {
            case 0 -> Optional.of("");
            case 1 -> pieces.get(0) instanceof Piece.Text text ? Optional.of(text.text()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether nothing in it is unknown; globs are known. */
    public boolean hasNoHole() {
        return pieces.stream().noneMatch(Piece.Hole.class::isInstance);
    }

    /** The number of characters that are known; each glob and each hole counts as one more. */
    public int length() {
        int length = 0;
        for (Piece piece : pieces) {
            length += piece instanceof Piece.Text text ? text.text().length() : 1;
        }
        return length;
    }

    public boolean hasGlob() {
        return pieces.stream().anyMatch(Piece.Glob.class::isInstance);
    }

    /** The first part that is not known. */
    public Optional<Piece.Hole> hole() {
        return pieces.stream()
                .filter(Piece.Hole.class::isInstance)
                .map(Piece.Hole.class::cast)
                .findFirst();
    }

    /** The known text at the front; empty where it begins with a glob or a hole. */
    public String prefix() {
        return !pieces.isEmpty() && pieces.get(0) instanceof Piece.Text text ? text.text() : "";
    }

    /** For people and for matching: globs as written, holes by name. */
    public String display() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(
                    switch (piece) {
                        case Piece.Text known -> known.text();
                        case Piece.Glob glob -> glob.pattern();
                        case Piece.Hole hole -> hole.name();
                    });
        }
        return text.toString();
    }

    /** This value with another behind it. */
    public Value then(Value next) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(next.pieces);
        return new Value(all);
    }

    /** What is left behind the first {@code count} characters, all of which must lie in {@link #prefix()}. */
    public Value withoutPrefix(int count) {
        List<Piece> rest = new ArrayList<>(pieces);
        if (count > 0) {
            rest.set(0, new Piece.Text(prefix().substring(count)));
        }
        return new Value(rest);
    }

    private static List<Piece> joined(List<Piece> pieces) {
        boolean clean = true;
        for (int i = 0; i < pieces.size() && clean; i++) {
            clean = !(pieces.get(i) instanceof Piece.Text text
                    && (text.text().isEmpty() || i > 0 && pieces.get(i - 1) instanceof Piece.Text));
        }
        if (clean) {
            return List.copyOf(pieces);
        }
        List<Piece> result = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text known) {
                text.append(known.text());
                continue;
            }
            endText(text, result);
            result.add(piece);
        }
        endText(text, result);
        return List.copyOf(result);
    }

    private static void endText(StringBuilder text, List<Piece> result) {
        if (!text.isEmpty()) {
            result.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }
}
