package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters a reader sees, and where each of them stands in the text that was given. The two differ inside
 * backquotes with escapes, and in here-documents whose tabs are stripped.
 */
final class Source {
    private final String whole;
    private final String text;
    private final int @Nullable [] offsets;

    private Source(String whole, String text, int @Nullable [] offsets) {
        this.whole = whole;
        this.text = text;
        this.offsets = offsets;
    }

    static Source of(String text) {
        return new Source(text, text, null);
    }

    String text() {
        return text;
    }

    /** The place of the character at {@code position} in the text that was given. */
    int offset(int position) {
        return offsets == null ? position : offsets[position];
    }

    Span span(int start, int end) {
        return offsets == null ? new Span(start, end) : new Span(offsets[start], offsets[end]);
    }

    /** The text that was given, between two positions of this source. */
    String written(int start, int end) {
        return span(start, end).in(whole);
    }

    String written(Span span) {
        return span.in(whole);
    }

    /** Collects the characters of a source that is cut out of this one. */
    Cutting cutting(int expectedLength) {
        return new Cutting(expectedLength);
    }

    /** A source in the making: some characters of the outer one, in their order. */
    final class Cutting {
        private final StringBuilder kept;
        private int[] keptOffsets;

        private Cutting(int expectedLength) {
            kept = new StringBuilder(expectedLength);
            keptOffsets = new int[expectedLength + 1];
        }

        /** Keeps the character at {@code position}, which is written from {@code from} on. */
        void keep(int position, int from) {
            keptOffsets[kept.length()] = offset(from);
            kept.append(text.charAt(position));
        }

        Source upTo(int end) {
            keptOffsets[kept.length()] = offset(end);
            keptOffsets = Arrays.copyOf(keptOffsets, kept.length() + 1);
            return new Source(whole, kept.toString(), keptOffsets);
        }
    }
}
