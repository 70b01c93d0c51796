package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.Optional;

/**
 * {@code 2>file} and its kin.
 *
 * @param descriptor the number or {@code {name}} before the operator, as written, without the braces
 * @param operator the operator
 * @param target the word behind it: a file, a descriptor, the delimiter of a here-document, the text of a here-string
 * @param body the text of a here-document: its parts where the delimiter is unquoted, else one single-quoted part
 */
public record Redirect(Optional<String> descriptor, Operator operator, Word target, Optional<Word> body, Span span)
        implements Node {

    /** Redirection operators of bash. */
    public enum Operator {
        INPUT("<"),
        OUTPUT(">"),
        APPEND(">>"),
        CLOBBER(">|"),
        READ_WRITE("<>"),
        DUPLICATE_INPUT("<&"),
        DUPLICATE_OUTPUT(">&"),
        BOTH("&>"),
        BOTH_APPEND("&>>"),
        HERE_DOCUMENT("<<"),
        HERE_DOCUMENT_STRIPPED("<<-"),
        HERE_STRING("<<<");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** The operator as it is written. */
        public String text() {
            return text;
        }
    }
}
