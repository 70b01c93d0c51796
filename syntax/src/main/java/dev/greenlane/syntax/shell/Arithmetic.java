package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;

/** An arithmetic expression. */
public sealed interface Arithmetic extends Node {

    /** A number, a name, an expansion, {@code name[index]}: any operand, as a word. */
    record Operand(Word word, Span span) implements Arithmetic {}

    /** {@code -x}, {@code !x}, {@code ++x}, {@code x++}. */
    record Unary(String operator, Arithmetic operand, boolean postfix, Span span) implements Arithmetic {}

    /** {@code x + y}, assignments ({@code x += y}) and the comma included. */
    record Binary(String operator, Arithmetic left, Arithmetic right, Span span) implements Arithmetic {}

    /** {@code x ? y : z}. */
    record Choice(Arithmetic test, Arithmetic yes, Arithmetic no, Span span) implements Arithmetic {}

    /** {@code (x)}. */
    record Parenthesised(Arithmetic inner, Span span) implements Arithmetic {}
}
