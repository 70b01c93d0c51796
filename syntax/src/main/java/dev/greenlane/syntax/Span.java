package dev.greenlane.syntax;

/**
 * A half-open range of UTF-16 offsets, {@code [start, end)}, in the text a tree was read from.
 *
 * @param start offset of the first character
 * @param end offset behind the last character; never below {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The same range, {@code offset} characters further on. */
    public Span shifted(int offset) {
        return new Span(start + offset, end + offset);
    }

    /** The part of {@code text} this span covers, cut to the text where the span reaches beyond it. */
    public String in(String text) {
        return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    }

    public int length() {
        return end - start;
    }
}
