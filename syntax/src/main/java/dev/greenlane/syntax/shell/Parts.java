package dev.greenlane.syntax.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a word; neighbouring literal text becomes one part. */
final class Parts {
    private final Source source;
    private final int start;
    private final List<WordPart> parts = new ArrayList<>(4);
    private int end;
    private int literalStart = -1;
    private int chunkStart;
    private @Nullable StringBuilder chunks;

    Parts(Source source, int start) {
        this.source = source;
        this.start = start;
        this.end = start;
    }

    /** Adds the characters between two positions as literal text. */
    void literal(int from, int to) {
        if (from == to) {
            return;
        }
        if (literalStart < 0) {
            literalStart = from;
            chunkStart = from;
        } else if (end != from) {
            if (chunks == null) {
                chunks = new StringBuilder();
            }
            chunks.append(source.text(), chunkStart, end);
            chunkStart = from;
        }
        end = to;
    }

    /** Adds a part that ends at {@code partEnd}. */
    void add(WordPart part, int partEnd) {
        flush();
        parts.add(part);
        end = partEnd;
    }

    /** Adds the parts of a word that ends at {@code wordEnd}. */
    void addAll(Word word, int wordEnd) {
        flush();
        parts.addAll(word.parts());
        end = wordEnd;
    }

    private void flush() {
        if (literalStart < 0) {
            return;
        }
        String text = source.text().substring(chunkStart, end);
        if (chunks != null) {
            text = chunks + text;
            chunks = null;
        }
        parts.add(new WordPart.Literal(text, source.span(literalStart, end)));
        literalStart = -1;
    }

    boolean isEmpty() {
        return parts.isEmpty() && literalStart < 0;
    }

    /** The place behind the last part. */
    int end() {
        return end;
    }

    List<WordPart> parts() {
        flush();
        return parts;
    }

    Word word() {
        flush();
        return new Word(parts, source.span(start, end));
    }
}
