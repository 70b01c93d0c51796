package dev.greenlane.engine.catalogue;

import java.util.Locale;

/** How a program tells flags from operands. */
enum Style {
    /** Flags stand anywhere before {@code --}; short ones can be glued together. */
    GNU,
    /** As {@link #GNU}, but flags end at the first operand. */
    OPTIONS_FIRST,
    /** As {@link #OPTIONS_FIRST}, but flags may also stand right behind the first operand. */
    OPTIONS_AROUND_FIRST,
    /** Long flags have one dash and are never split. */
    SINGLE_DASH,
    /** As {@link #GNU}, and the first word holds short flags also without a dash. */
    BUNDLE_FIRST;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
