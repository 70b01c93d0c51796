package dev.greenlane.engine.value;

/**
 * File name patterns with {@code *}, {@code ?} and {@code […]}; other characters stand for themselves. Matching takes time in
 * proportion to the product of both lengths at most.
 */
public final class Globs {

    private Globs() {}

    /** Whether a text is more than plain text. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Whether {@code name} has the form of {@code pattern}. */
    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            int width = p < pattern.length() ? width(pattern, p) : 0;
            if (width > 0 && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (width > 0 && takes(pattern, p, width, name.charAt(n))) {
                p += width;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether some name has the form of both patterns. */
    public static boolean overlap(String one, String other) {
        boolean[][] seen = new boolean[one.length() + 1][other.length() + 1];
        return overlap(one, 0, other, 0, seen);
    }

    private static boolean overlap(String a, int i, String b, int j, boolean[][] seen) {
        if (i == a.length() && j == b.length()) {
            return true;
        }
        if (seen[i][j]) {
            return false;
        }
        seen[i][j] = true;
        boolean starA = i < a.length() && a.charAt(i) == '*';
        boolean starB = j < b.length() && b.charAt(j) == '*';
        if (starA && overlap(a, i + 1, b, j, seen) || starB && overlap(a, i, b, j + 1, seen)) {
            return true;
        }
        if (i == a.length() || j == b.length()) {
            return false;
        }
        int widthA = starA ? 0 : width(a, i);
        int widthB = starB ? 0 : width(b, j);
        if (starA && starB) {
            return false;
        }
        boolean meet = starA || starB || meet(a, i, widthA, b, j, widthB);
        return meet && overlap(a, i + widthA, b, j + widthB, seen);
    }

    private static boolean meet(String a, int i, int widthA, String b, int j, int widthB) {
        if (isLiteral(a, i, widthA)) {
            return takes(b, j, widthB, a.charAt(i));
        }
        return !isLiteral(b, j, widthB) || takes(a, i, widthA, b.charAt(j));
    }

    private static boolean isLiteral(String pattern, int at, int width) {
        return width == 1 && pattern.charAt(at) != '?' && pattern.charAt(at) != '*';
    }

    /** How many characters the element at {@code at} has: a bracket expression has several. */
    private static int width(String pattern, int at) {
        if (pattern.charAt(at) != '[') {
            return 1;
        }
        int close =
                pattern.indexOf(']', at + (at + 1 < pattern.length() && isNegation(pattern.charAt(at + 1)) ? 3 : 2));
        return close < 0 ? 1 : close - at + 1;
    }

    private static boolean takes(String pattern, int at, int width, char c) {
        char element = pattern.charAt(at);
        if (width == 1) {
            return element == '?' || element == c;
        }
        boolean negated = isNegation(pattern.charAt(at + 1));
        boolean found = false;
        int end = at + width - 1;
        for (int i = at + (negated ? 2 : 1); i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                found |= pattern.charAt(i) == c;
            }
        }
        return found != negated;
    }

    private static boolean isNegation(char c) {
        return c == '!' || c == '^';
    }
}
