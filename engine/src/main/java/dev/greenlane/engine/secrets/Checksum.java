package dev.greenlane.engine.secrets;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The checksum of tokens that end in the CRC-32 of the rest, in base 62. Source: GitHub's article on its token formats; npm
 * uses the same.
 */
final class Checksum {

    private static final int DIGITS = 6;
    private static final String BASE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Checksum() {}

    /** Whether {@code token}, without its prefix, ends in the checksum of what stands before. */
    static boolean holds(String token) {
        int length = token.length() - DIGITS;
        return length > 0 && token.endsWith(of(token.substring(0, length)));
    }

    /** The checksum of {@code text} as six digits. */
    static String of(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        long left = sum.getValue();
        char[] digits = new char[DIGITS];
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = BASE.charAt((int) (left % BASE.length()));
            left /= BASE.length();
        }
        return new String(digits);
    }
}
