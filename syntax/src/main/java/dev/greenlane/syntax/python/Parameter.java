package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.Optional;

/** What a function takes. The marks {@code /} and {@code *} that stand alone are not parameters. */
public record Parameter(Kind kind, String name, Optional<Expression> standard, Span span) implements Node {

    /** How a parameter is filled. */
    public enum Kind {
        /** By place or by name. */
        PLAIN,
        /** By name only. */
        NAMED,
        /** {@code *args} */
        REST,
        /** {@code **kwargs} */
        REST_NAMED
    }
}
