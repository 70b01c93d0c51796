package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Paths as texts, put together and taken apart as {@code os.path} does. */
final class PathText {

    private PathText() {}

    static Value join(Value folder, Value name) {
        String prefix = name.prefix();
        if (prefix.startsWith("/") || prefix.startsWith("~") || folder.equals(Value.EMPTY)) {
            return name;
        }
        return folder.then(Value.of(endsWithSlash(folder) ? "" : "/")).then(name);
    }

    private static boolean endsWithSlash(Value path) {
        List<Piece> pieces = path.pieces();
        return !pieces.isEmpty()
                && pieces.get(pieces.size() - 1) instanceof Piece.Text text
                && text.text().endsWith("/");
    }

    /** The folder a path lies in. */
    static Value parent(Value path) {
        List<Piece> pieces = path.pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i) instanceof Piece.Text text) {
                int slash = text.text().lastIndexOf('/');
                if (slash >= 0) {
                    List<Piece> front = new ArrayList<>(pieces.subList(0, i));
                    front.add(new Piece.Text(text.text().substring(0, i == 0 && slash == 0 ? 1 : slash)));
                    return new Value(front);
                }
            }
        }
        if (path.hasNoHole()) {
            return Value.EMPTY;
        }
        return Value.unknown("folder of " + path.display(), "is computed");
    }

    /** The last part of a path. */
    static Value name(Value path) {
        List<Piece> pieces = path.pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i) instanceof Piece.Text text) {
                int slash = text.text().lastIndexOf('/');
                if (slash >= 0) {
                    List<Piece> back = new ArrayList<>();
                    back.add(new Piece.Text(text.text().substring(slash + 1)));
                    back.addAll(pieces.subList(i + 1, pieces.size()));
                    return new Value(back);
                }
            }
        }
        return path;
    }

    /** A known path without its ending and the ending; what is not known keeps all of it in front. */
    static Value[] split(Value path) {
        List<Piece> pieces = path.pieces();
        if (!pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof Piece.Text text) {
            int dot = text.text().lastIndexOf('.');
            if (dot > text.text().lastIndexOf('/') + 1) {
                List<Piece> front = new ArrayList<>(pieces.subList(0, pieces.size() - 1));
                front.add(new Piece.Text(text.text().substring(0, dot)));
                return new Value[] {new Value(front), Value.of(text.text().substring(dot))};
            }
        }
        return new Value[] {path, Value.EMPTY};
    }

    /** A pattern as {@code glob} takes it. */
    static Value pattern(Value pattern) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : pattern.pieces()) {
            if (piece instanceof Piece.Text text) {
                addPattern(text.text(), pieces);
            } else {
                pieces.add(piece);
            }
        }
        return new Value(pieces);
    }

    private static void addPattern(String text, List<Piece> pieces) {
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '[') {
                int close = text.indexOf(']', at + 2);
                end = close < 0 ? at : close + 1;
            } else if (c == '*') {
                while (end < text.length() && text.charAt(end) == '*') {
                    end++;
                }
            } else if (c != '?') {
                end = at;
            }
            if (end == at) {
                at++;
                continue;
            }
            pieces.add(new Piece.Text(text.substring(from, at)));
            pieces.add(new Piece.Glob(text.substring(at, end)));
            from = end;
            at = end;
        }
        pieces.add(new Piece.Text(text.substring(from)));
    }

    /** Everything directly in a folder. */
    static Value everythingIn(Value folder) {
        return join(folder, new Value(List.of(new Piece.Glob("*"))));
    }

    /** Everything below a folder. */
    static Value everythingBelow(Value folder) {
        return join(folder, new Value(List.of(new Piece.Glob("**"))));
    }
}
