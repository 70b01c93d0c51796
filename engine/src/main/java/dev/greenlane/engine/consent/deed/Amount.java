package dev.greenlane.engine.consent.deed;

import java.util.Locale;
import java.util.Set;

/**
 * How much, how many, how long, which version.
 *
 * @param sort what is measured
 * @param value in bytes, seconds, percent, minutes of a day, or as it stands
 * @param text as it was written
 * @param role words for what it is an amount of: {@code replicas}, {@code retention period}
 */
record Amount(Sort sort, double value, String text, Set<String> role) {

    /** What is measured. */
    enum Sort {
        /** How many, or a number whose unit nobody said. */
        COUNT,
        BYTES,
        SECONDS,
        PERCENT,
        VERSION,
        TIME_OF_DAY
    }

    Amount {
        role = Set.copyOf(role);
    }

    /** A version; its value stands in its text. */
    static Amount version(String text, Set<String> role) {
        return new Amount(Sort.VERSION, 0, plain(text), role);
    }

    /** Whether both are the same amount, in whatever notation. */
    boolean equalTo(Amount other) {
        if (sort == Sort.VERSION || other.sort == Sort.VERSION) {
            return Versions.same(plain(text), plain(other.text));
        }
        if (sort == other.sort) {
            double apart = Math.abs(value - other.value);
            return sort == Sort.TIME_OF_DAY
                    ? apart < 1
                    : apart <= Math.abs(value) / 200 || sort == Sort.BYTES && isNearly(other);
        }
        if (sort != Sort.COUNT && other.sort != Sort.COUNT) {
            return false;
        }
        Amount bare = sort == Sort.COUNT ? this : other;
        Amount full = sort == Sort.COUNT ? other : this;
        return Units.of(full.sort).stream()
                .anyMatch(unit -> Math.abs(bare.value * unit - full.value) <= full.value / 50);
    }

    /** A thousand and 1024 are the same to most people. */
    private boolean isNearly(Amount other) {
        return Math.abs(value - other.value) <= value / 12;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("^v(?=\\d)", "");
    }
}
