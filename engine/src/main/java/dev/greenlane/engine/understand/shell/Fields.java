package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Builds the fields that one word expands to: quoted text stays together, unquoted values are split and may hold globs. */
final class Fields {

    private final List<Value> done = new ArrayList<>();
    private final List<Piece> current = new ArrayList<>();
    private final String separators;
    private boolean started;

    /** @param separators the characters that unquoted values are split at */
    Fields(String separators) {
        this.separators = separators;
    }

    /** Splits at blanks and newlines. */
    Fields() {
        this(" \t\n");
    }

    /** Adds text that is neither split nor matched. */
    void quoted(Value value) {
        for (Piece piece : value.pieces()) {
            current.add(piece instanceof Piece.Glob glob ? new Piece.Text(glob.pattern()) : piece);
        }
        started = true;
    }

    /** Adds text as it is written outside quotes: not split, but its glob characters count. */
    void literal(String text) {
        addGlobs(text, current);
        started |= !text.isEmpty();
    }

    /** Adds what an unquoted expansion gives: split at blanks, and its glob characters count. */
    void unquoted(Value value) {
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Text text) {
                split(text.text());
            } else {
                current.add(piece);
                started = true;
            }
        }
    }

    private void split(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i < text.length() && separators.indexOf(text.charAt(i)) >= 0;
            if (blank || i == text.length()) {
                if (i > from) {
                    addGlobs(text.substring(from, i), current);
                    started = true;
                }
                if (blank) {
                    end();
                }
                from = i + 1;
            }
        }
    }

    /** Ends a field, where one was begun. */
    void end() {
        if (started) {
            done.add(new Value(current));
            current.clear();
            started = false;
        }
    }

    List<Value> finish() {
        end();
        return done;
    }

    /** Splits text into known text and globs. */
    static void addGlobs(String text, List<Piece> pieces) {
        int from = 0;
        int i = 0;
        while (i < text.length()) {
            int width = globAt(text, i);
            if (width == 0) {
                i++;
                continue;
            }
            pieces.add(new Piece.Text(text.substring(from, i)));
            pieces.add(new Piece.Glob(text.substring(i, i + width)));
            i += width;
            from = i;
        }
        pieces.add(new Piece.Text(text.substring(from)));
    }

    private static int globAt(String text, int at) {
        char c = text.charAt(at);
        if (c == '*' || c == '?') {
            return 1;
        }
        if (c != '[') {
            return 0;
        }
        int close = text.indexOf(']', at + 2);
        int slash = text.indexOf('/', at);
        return close < 0 || slash >= 0 && slash < close ? 0 : close - at + 1;
    }
}
