package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.value.Value;
import java.util.List;

/**
 * A word, a text or a mark of a program.
 *
 * @param text as it is written; for marks the characters themselves
 * @param value what a text is, with a hole for each variable in it
 * @param inner code inside a text that is run when the text is made
 */
record Lexeme(Kind kind, String text, Value value, List<String> inner) {

    /** What it is. */
    enum Kind {
        /** A name, with its sigil. */
        WORD,
        NUMBER,
        TEXT,
        /** A command line that the shell runs, in backticks or the like. */
        SHELL,
        /** A regular expression. */
        PATTERN,
        MARK,
        LINE_END
    }

    static Lexeme plain(Kind kind, String text) {
        return new Lexeme(kind, text, Value.of(text), List.of());
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it is part of a value: a text, a number, a name. */
    boolean isOperand() {
        return kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.TEXT || kind == Kind.SHELL;
    }
}
