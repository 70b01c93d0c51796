package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for text: {@code *} is any text, {@code ?} one character, {@code [a-z]} one of these. Matching takes time in
 * proportion to the length of the text.
 */
final class Glob {

    /** The set of reached positions is kept in the bits of a long. */
    private static final int MAX_ELEMENTS = 62;

    private final String pattern;
    private final List<Element> elements;
    private final long stars;

    private Glob(String pattern, List<Element> elements) {
        this.pattern = pattern;
        this.elements = elements;
        long bits = 0;
        for (int i = 0; i < elements.size(); i++) {
            bits |= elements.get(i) instanceof Element.AnyText ? 1L << i : 0;
        }
        stars = bits;
    }

    private sealed interface Element {
        record AnyText() implements Element {}

        record AnyCharacter() implements Element {}

        record Character(char character) implements Element {}

        /** Characters in pairs: first and last of each range. */
        record OneOf(String ranges, boolean negated) implements Element {
            boolean holds(char c) {
                for (int i = 0; i < ranges.length(); i += 2) {
                    if (ranges.charAt(i) <= c && c <= ranges.charAt(i + 1)) {
                        return !negated;
                    }
                }
                return negated;
            }
        }
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where it is too long or a bracket is not closed
     */
    static Glob of(String pattern) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> elements.add(new Element.AnyText());
                case '?' -> elements.add(new Element.AnyCharacter());
                case '[' -> {
                    int close = pattern.indexOf(']', i + 2);
                    if (close < 0) {
                        throw new IllegalArgumentException("a bracket is not closed in '" + pattern + "'");
                    }
                    elements.add(oneOf(pattern.substring(i + 1, close)));
                    i = close;
                }
                default -> elements.add(new Element.Character(c));
            }
        }
        if (elements.size() > MAX_ELEMENTS) {
            throw new IllegalArgumentException("'" + pattern + "' is longer than " + MAX_ELEMENTS + " characters");
        }
        return new Glob(pattern, List.copyOf(elements));
    }

    private static Element.OneOf oneOf(String inside) {
        boolean negated = inside.length() > 1 && (inside.charAt(0) == '!' || inside.charAt(0) == '^');
        String members = negated ? inside.substring(1) : inside;
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            ranges.append(members.charAt(i)).append(members.charAt(range ? i + 2 : i));
            i += range ? 2 : 0;
        }
        return new Element.OneOf(ranges.toString(), negated);
    }

    /** Whether the pattern is more than plain text. */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    boolean matches(String text) {
        return accepts(after(closed(1), text));
    }

    /** Whether the value matches; where part of it is not known, whether it could. */
    Holds matches(Value value) {
        long reached = closed(1);
        boolean certain = true;
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Text text) {
                reached = after(reached, text.text());
            } else if (endsWithAnyText(reached)) {
                return certain ? Holds.YES : Holds.MAYBE;
            } else {
                certain = false;
                reached = reached == 0 ? 0 : -Long.lowestOneBit(reached);
            }
        }
        return !accepts(reached) ? Holds.NO : certain ? Holds.YES : Holds.MAYBE;
    }

    private boolean endsWithAnyText(long reached) {
        int last = elements.size() - 1;
        return last >= 0 && (stars & reached & 1L << last) != 0;
    }

    private boolean accepts(long reached) {
        return (reached & 1L << elements.size()) != 0;
    }

    private long after(long reached, String text) {
        long now = reached;
        for (int i = 0; i < text.length() && now != 0; i++) {
            now = step(now, text.charAt(i));
        }
        return now;
    }

    private long step(long reached, char c) {
        long next = 0;
        for (long left = reached & ~(1L << elements.size()); left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            if (at >= elements.size()) {
                break;
            }
            next |= switch (elements.get(at)) {
                case Element.AnyText any -> 1L << at;
                case Element.AnyCharacter any -> 1L << at + 1;
                case Element.Character one -> one.character() == c ? 1L << at + 1 : 0;
                case Element.OneOf set -> set.holds(c) ? 1L << at + 1 : 0;
            };
        }
        return closed(next);
    }

    /** Positions behind an "any text" are reached together with it. */
    private long closed(long reached) {
        long all = reached;
        long more = (all & stars) << 1 & ~all;
        while (more != 0) {
            all |= more;
            more = (all & stars) << 1 & ~all;
        }
        return all;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
