package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern for text: {@code *} is any text, {@code ?} one character, {@code [a-z]} one of these. Matching takes time in
 * proportion to the length of the text.
 */
final class Glob {

    /** The positions reached are kept in the bits of a long. */
    private static final int MAX_LENGTH = 62;

    private static final String ANY_CHARACTER = "\0" + Character.MAX_VALUE;

    private final String pattern;
    /** How many characters at the front are plain text. */
    private final int plain;
    /** For each position the characters it takes, as pairs of first and last. */
    private final String[] ranges;
    /** The positions that take as many characters as there are. */
    private final long stars;
    /** Whether the text counts as if it were in lower case. */
    private final boolean anyCase;

    private Glob(String pattern, int plain, List<String> ranges, long stars, boolean anyCase) {
        this.anyCase = anyCase;
        this.pattern = pattern;
        this.plain = plain;
        this.ranges = ranges.toArray(String[]::new);
        this.stars = stars;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where it is too long or a bracket is not closed
     */
    static Glob of(String pattern) {
        return of(pattern, false);
    }

    /** As {@link #of(String)}, where upper and lower case are the same; the pattern is in lower case. */
    static Glob ofAnyCase(String pattern) {
        if (!pattern.equals(pattern.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("write '" + pattern + "' in lower case; '~=' finds both");
        }
        return of(pattern, true);
    }

    private static Glob of(String pattern, boolean anyCase) {
        List<String> ranges = new ArrayList<>();
        long stars = 0;
        int plain = 0;
        while (plain < pattern.length() && "*?[".indexOf(pattern.charAt(plain)) < 0) {
            plain++;
        }
        for (int i = 0; i < pattern.length() && ranges.size() <= MAX_LENGTH; i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> {
                    stars |= 1L << ranges.size();
                    ranges.add(ANY_CHARACTER);
                }
                case '?' -> ranges.add(ANY_CHARACTER);
                case '[' -> {
                    int close = pattern.indexOf(']', i + 2);
                    if (close < 0) {
                        throw new IllegalArgumentException("a bracket is not closed in '" + pattern + "'");
                    }
                    ranges.add(ranges(pattern.substring(i + 1, close)));
                    i = close;
                }
                default -> ranges.add("" + c + c);
            }
        }
        if (ranges.size() > MAX_LENGTH) {
            throw new IllegalArgumentException("'" + pattern + "' is longer than " + MAX_LENGTH + " characters");
        }
        return new Glob(pattern, plain, ranges, stars, anyCase);
    }

    /** The ranges inside brackets; {@code !} in front takes everything else. */
    private static String ranges(String inside) {
        boolean others = inside.length() > 1 && (inside.charAt(0) == '!' || inside.charAt(0) == '^');
        StringBuilder ranges = new StringBuilder();
        for (int i = others ? 1 : 0; i < inside.length(); i++) {
            boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            ranges.append(inside.charAt(i)).append(inside.charAt(range ? i + 2 : i));
            i += range ? 2 : 0;
        }
        return others ? complement(ranges) : ranges.toString();
    }

    private static String complement(CharSequence ranges) {
        StringBuilder others = new StringBuilder();
        int from = 0;
        while (from <= Character.MAX_VALUE) {
            int to = Character.MAX_VALUE;
            int covered = -1;
            for (int i = 0; i < ranges.length(); i += 2) {
                if (ranges.charAt(i) <= from && from <= ranges.charAt(i + 1)) {
                    covered = Math.max(covered, ranges.charAt(i + 1));
                } else if (ranges.charAt(i) > from) {
                    to = Math.min(to, ranges.charAt(i) - 1);
                }
            }
            if (covered < 0) {
                others.append((char) from).append((char) to);
            }
            from = (covered < 0 ? to : covered) + 1;
        }
        return others.toString();
    }

    boolean matches(String text) {
        int length = Math.min(plain, text.length());
        if (!text.regionMatches(anyCase, 0, pattern, 0, length) || length < plain) {
            return false;
        }
        return accepts(after(closed(1L << plain), text, plain));
    }

    /** The length of the shortest beginning of the text that matches, upper and lower case alike; -1 where none does. */
    int beginning(String text) {
        long reached = closed(1);
        for (int i = 0; i <= text.length() && reached != 0; i++) {
            if (accepts(reached)) {
                return i;
            }
            if (i < text.length()) {
                reached = step(reached, text.charAt(i)) | step(reached, Character.toLowerCase(text.charAt(i)));
            }
        }
        return -1;
    }

    /**
     * Whether the value matches; where part of it is not known, whether it could. Brackets count as they are written: most
     * words that have them are no file patterns ({@code package[extra]}).
     */
    Holds matches(Value value) {
        List<Piece> pieces = value.pieces();
        if (pieces.size() == 1 && pieces.get(0) instanceof Piece.Text known) {
            return Holds.of(matches(known.text()));
        }
        long reached = closed(1);
        boolean certain = true;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text text) {
                reached = after(reached, text.text(), 0);
            } else if (piece instanceof Piece.Glob glob && glob.pattern().startsWith("[")) {
                reached = after(reached, glob.pattern(), 0);
            } else if (endsWithStar(reached)) {
                return certain ? Holds.YES : Holds.MAYBE;
            } else {
                certain = false;
                reached = reached == 0 ? 0 : -Long.lowestOneBit(reached);
            }
        }
        return !accepts(reached) ? Holds.NO : certain ? Holds.YES : Holds.MAYBE;
    }

    private boolean endsWithStar(long reached) {
        return ranges.length > 0 && (stars & reached & 1L << ranges.length - 1) != 0;
    }

    private boolean accepts(long reached) {
        return (reached & 1L << ranges.length) != 0;
    }

    private long after(long reached, String text, int from) {
        long now = reached;
        for (int i = from; i < text.length() && now != 0; i++) {
            if (endsWithStar(now)) {
                return 1L << ranges.length | 1L << ranges.length - 1;
            }
            now = step(now, anyCase ? Character.toLowerCase(text.charAt(i)) : text.charAt(i));
        }
        return now;
    }

    private long step(long reached, char c) {
        long next = 0;
        for (int at = Long.numberOfTrailingZeros(reached); at < ranges.length; at++) {
            long position = 1L << at;
            if ((reached & position) != 0 && takes(ranges[at], c)) {
                next |= (stars & position) != 0 ? position : position << 1;
            }
        }
        return closed(next);
    }

    private static boolean takes(String ranges, char c) {
        for (int i = 0; i < ranges.length(); i += 2) {
            if (ranges.charAt(i) <= c && c <= ranges.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** A position behind a star is reached together with the star. */
    private long closed(long reached) {
        long all = reached;
        for (long more = (all & stars) << 1 & ~all; more != 0; more = (all & stars) << 1 & ~all) {
            all |= more;
        }
        return all;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
