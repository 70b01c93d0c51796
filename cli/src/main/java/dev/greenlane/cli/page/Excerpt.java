package dev.greenlane.cli.page;

import dev.greenlane.cli.screen.Lines;
import dev.greenlane.syntax.Span;
import java.util.List;

/** A part of a text in its line, with a line below that points at it. Stateless. */
final class Excerpt {
    private static final String DOTS = "...";

    private Excerpt() {}

    /**
     * Two lines of at most {@code width} columns. A part that goes on in further lines is marked to the end of its first.
     */
    static List<String> of(String text, Span span, int width) {
        int start = Math.min(span.start(), text.length());
        int end = Math.min(span.end(), text.length());
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', start);
        lineEnd = lineEnd < 0 ? text.length() : lineEnd;
        int markEnd = Math.max(start, Math.min(end, lineEnd));

        String before = Lines.visible(text.substring(Math.max(lineStart, start - width), start));
        String marked = Lines.visible(text.substring(start, Math.min(markEnd, start + width)));
        String after = Lines.visible(text.substring(markEnd, Math.min(lineEnd, markEnd + width)));
        // Room goes to the marked part first, then to what stands before it.
        marked = head(marked, width);
        int room = width - marked.length();
        before = tail(before, Math.min(room, Math.max(room / 2, room - after.length())));
        after = head(after, room - before.length());
        int length = Math.max(1, marked.length());
        return List.of(before + marked + after, " ".repeat(before.length()) + "^".repeat(length));
    }

    private static String head(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return length < DOTS.length() ? "" : text.substring(0, length - DOTS.length()) + DOTS;
    }

    private static String tail(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return length < DOTS.length() ? "" : DOTS + text.substring(text.length() - length + DOTS.length());
    }
}
