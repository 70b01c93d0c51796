package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;

/** Anything in the tree of a shell script. */
public sealed interface Node
        permits Script, Statement, Command, Word, WordPart, Redirect, Assignment, Arithmetic, Condition {

    /** Where in the text this node stands, its delimiters included. */
    Span span();
}
