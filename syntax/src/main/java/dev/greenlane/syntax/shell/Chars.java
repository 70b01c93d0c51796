package dev.greenlane.syntax.shell;

/** Classes of characters. */
final class Chars {
    private static final byte ENDS_WORD = 1;
    private static final byte ACTIVE = 2;
    private static final byte NAME = 4;
    private static final byte DIGIT = 8;
    private static final byte PARAMETER = 16;
    private static final byte GLOB = 32;

    private static final byte[] CLASSES = new byte[128];

    static {
        mark(" \t\n;&|<>()", ENDS_WORD);
        mark("\\'\"$`\r", ACTIVE);
        mark("_", NAME);
        for (char c = 'a'; c <= 'z'; c++) {
            CLASSES[c] |= NAME;
            CLASSES[Character.toUpperCase(c)] |= NAME;
        }
        mark("0123456789", DIGIT);
        mark("@*#?-$!", PARAMETER);
        mark("?*+@!", GLOB);
    }

    private Chars() {}

    private static void mark(String characters, byte kind) {
        for (int i = 0; i < characters.length(); i++) {
            CLASSES[characters.charAt(i)] |= kind;
        }
    }

    private static boolean is(int c, int kinds) {
        return c >= 0 && c < CLASSES.length && (CLASSES[c] & kinds) != 0;
    }

    /** A blank, a newline or an operator's character. */
    static boolean endsWord(int c) {
        return is(c, ENDS_WORD);
    }

    /** Text that is itself in an unquoted word, whatever stands next to it (but for a bracket behind a glob sign). */
    static boolean isPlain(int c) {
        return c >= 0 && !is(c, ENDS_WORD | ACTIVE);
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean startsName(int c) {
        return is(c, NAME);
    }

    static boolean isName(int c) {
        return is(c, NAME | DIGIT);
    }

    static boolean isDigit(int c) {
        return is(c, DIGIT);
    }

    /** {@code $?} and its kin. */
    static boolean isSpecialParameter(int c) {
        return is(c, PARAMETER);
    }

    /** What makes an extended glob with a bracket behind it. */
    static boolean startsExtendedGlob(int c) {
        return is(c, GLOB);
    }
}
