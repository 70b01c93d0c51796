package dev.greenlane.world;

/**
 * A pattern for a file's name as shells have it: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}. Takes time in proportion to the
 * lengths of pattern and name at most.
 */
record NamePattern(String pattern) {

    boolean matches(String name) {
        return (pattern.startsWith(".") || !name.startsWith(".")) && fits(name);
    }

    /** Goes along both, and back to the last star where they part. */
    private boolean fits(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int afterStar = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                afterStar = in;
            } else if (at < pattern.length() && fits(at, name.charAt(in))) {
                at = next(at);
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private boolean fits(int at, char c) {
        char wanted = pattern.charAt(at);
        int end = endOfSet(at);
        return end > 0 ? isIn(at + 1, end, c) : wanted == '?' || wanted == c;
    }

    private int next(int at) {
        int end = endOfSet(at);
        return end > 0 ? end + 1 : at + 1;
    }

    /** Where a set that begins here ends; -1 where none begins. */
    private int endOfSet(int at) {
        if (pattern.charAt(at) != '[') {
            return -1;
        }
        int first = at + 1 < pattern.length() && isNegation(pattern.charAt(at + 1)) ? at + 2 : at + 1;
        return pattern.indexOf(']', first + 1);
    }

    private boolean isIn(int start, int end, char c) {
        boolean isNegated = isNegation(pattern.charAt(start));
        boolean found = false;
        for (int i = isNegated ? start + 1 : start; i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                found |= pattern.charAt(i) == c;
            }
        }
        return found != isNegated;
    }

    private static boolean isNegation(char c) {
        return c == '!' || c == '^';
    }
}
