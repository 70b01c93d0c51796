package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.Optional;

/**
 * What a call or a class definition is given.
 *
 * @param keyword the name in {@code name=value}; present only for {@link Kind#NAMED}
 */
public record Argument(Kind kind, Optional<String> keyword, Expression value, Span span) implements Node {

    /** How an argument is given. */
    public enum Kind {
        /** {@code value} */
        POSITIONAL,
        /** {@code name=value} */
        NAMED,
        /** {@code *values} */
        SPREAD,
        /** {@code **values} */
        SPREAD_NAMED
    }
}
