package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A piece of a word. */
public sealed interface WordPart extends Node {

    /** The piece's text where no shell state can change it; see {@link Word#constant()}. */
    Optional<String> constant();

    /**
     * Unquoted text as it is written. Glob characters, braces and a leading tilde in it are still active; a
     * backslash-newline is already taken out.
     */
    record Literal(String text, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.of(text);
        }
    }

    /** One character after a backslash, outside single quotes; {@code text} is that character. */
    record Escaped(String text, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.of(text);
        }
    }

    /** {@code '…'}. */
    record SingleQuoted(String text, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.of(text);
        }
    }

    /** {@code $'…'}; {@code text} is decoded. */
    record AnsiQuoted(String text, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.of(text);
        }
    }

    /** {@code "…"} and {@code $"…"}: literals in it are quoted text. */
    record DoubleQuoted(List<WordPart> parts, Span span) implements WordPart {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }

        @Override
        public Optional<String> constant() {
            return new Word(parts, span).constant();
        }
    }

    /**
     * {@code $name}, {@code ${name}} and everything that braces allow.
     *
     * @param name a variable's name, a digit string, or a special parameter such as {@code @} or {@code ?}
     * @param index the subscript in {@code ${name[index]}}, as a word ({@code @} and {@code *} included)
     * @param prefix what stands before the name
     * @param operation what follows the name
     */
    record Parameter(String name, Optional<Word> index, Prefix prefix, Optional<Operation> operation, Span span)
            implements WordPart {

        @Override
        public Optional<String> constant() {
            return Optional.empty();
        }

        /** What stands between the brace and the name. */
        public enum Prefix {
            NONE,
            /** {@code ${#name}}: its length. */
            LENGTH,
            /** {@code ${!name}}: the variable that it names; with {@code [@]} its keys; with {@code @} or {@code *} behind it the names. */
            INDIRECT
        }

        /**
         * What braces do to a value.
         *
         * @param operator as written: {@code :-} {@code -} {@code :=} {@code =} {@code :?} {@code ?} {@code :+}
         *     {@code +} {@code #} {@code ##} {@code %} {@code %%} {@code /} {@code //} {@code /#} {@code /%}
         *     {@code ^} {@code ^^} {@code ,} {@code ,,} {@code :} (substring) {@code @} (transformation)
         *     {@code *} (names with this prefix)
         *     {@code ~} {@code ~~} (other case); empty where the shell would say "bad substitution": then the rest
         *     of the text is the argument, and no part of it is ever expanded by bash
         * @param argument the word behind the operator: default, pattern, offset or letter
         * @param second the replacement of {@code /}, the length of {@code :}
         */
        public record Operation(String operator, Optional<Word> argument, Optional<Word> second) {}
    }

    /** {@code $(…)}, or backquotes: then the script's spans are those of the text inside, escapes counted as written. */
    record CommandSubstitution(Script script, boolean backquoted, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.empty();
        }
    }

    /** {@code <(…)} or, when {@code output}, {@code >(…)}. */
    record ProcessSubstitution(Script script, boolean output, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.empty();
        }
    }

    /** {@code $((…))} and {@code $[…]}. */
    record ArithmeticExpansion(Optional<Arithmetic> expression, Span span) implements WordPart {
        @Override
        public Optional<String> constant() {
            return Optional.empty();
        }
    }

    /** {@code @(a|b)} and its kin; {@code operator} is one of {@code ? * + @ !}. */
    record ExtendedGlob(char operator, List<Word> alternatives, Span span) implements WordPart {
        public ExtendedGlob {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public Optional<String> constant() {
            return Optional.empty();
        }
    }
}
