package dev.greenlane.engine.value;

import dev.greenlane.syntax.Span;

/**
 * A word of a command with its place in the call.
 *
 * @param value what the word is, as far as it is known
 */
public record Argument(Value value, Span span) {

    /** This argument with another value, in the same place. */
    public Argument with(Value other) {
        return new Argument(other, span);
    }
}
