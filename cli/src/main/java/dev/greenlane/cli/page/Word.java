package dev.greenlane.cli.page;

import java.util.Locale;

/** Values as words on screens and wires. Stateless. */
public final class Word {
    private Word() {}

    /** The name of a constant in lower case with dashes: {@code home-root}. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
