package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;

/** The inside of {@code [[ … ]]}. */
public sealed interface Condition extends Node {

    /** {@code -f word}; a bare word is {@code -n word} and has the operator {@code -n}. */
    record Unary(String operator, Word operand, Span span) implements Condition {}

    /** {@code left == right}; with {@code =~} the right side is a regular expression. */
    record Binary(String operator, Word left, Word right, Span span) implements Condition {}

    /** {@code ! inner}. */
    record Not(Condition inner, Span span) implements Condition {}

    /** {@code left && right}, or {@code left || right}. */
    record AndOr(Condition left, boolean and, Condition right, Span span) implements Condition {}

    /** {@code ( inner )}. */
    record Parenthesised(Condition inner, Span span) implements Condition {}
}
