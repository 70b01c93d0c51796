package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;

/** Reads Python text into a tree. Stateless and thread-safe. */
public final class PythonReader {

    private PythonReader() {}

    /**
     * Reads a text. Never fails: what is not grammar stands in the tree as {@link Statement.Unreadable} or
     * {@link Expression.Unreadable}. Private-use characters are read as letters of names, so that a caller can let them stand
     * for text it does not know.
     */
    public static Module read(String text) {
        Cursor cursor = new Cursor(text, Lexer.module(text), 0);
        return new Module(new StatementParser(cursor).module(), new Span(0, text.length()));
    }
}
