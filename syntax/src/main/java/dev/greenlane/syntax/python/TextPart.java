package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A part of a formatted string. */
public sealed interface TextPart extends Node {

    /** Text as it is, escapes resolved. */
    record Plain(String text, Span span) implements TextPart {}

    /**
     * {@code {value!r:format}}.
     *
     * @param conversion the letter behind {@code !}
     * @param format the parts behind {@code :}; empty where there is none
     * @param echo the text of the value as written, for {@code {value=}}
     */
    record Field(
            Expression value, Optional<Character> conversion, List<TextPart> format, Optional<String> echo, Span span)
            implements TextPart {
        public Field {
            format = List.copyOf(format);
        }
    }
}
