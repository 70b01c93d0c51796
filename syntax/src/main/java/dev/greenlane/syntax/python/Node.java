package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;

/** Anything in the tree of a Python module. Trees may be deep: their {@code equals} and {@code toString} recur. */
public sealed interface Node permits Module, Statement, Expression, Argument, Parameter, TextPart {

    /** Where in the text this node stands, its delimiters included. */
    Span span();
}
