package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** Something that has a value. Parentheses leave no node of their own. */
public sealed interface Expression extends Node {

    /** A name. */
    record Name(String id, Span span) implements Expression {}

    /** A string, adjacent literals joined, escapes resolved. */
    record StringLiteral(String text, Span span) implements Expression {}

    /** Bytes, one character for each. */
    record BytesLiteral(String text, Span span) implements Expression {}

    /** A string with fields: {@code f"…"}, and every literal that stands next to it. */
    record FormattedString(List<TextPart> parts, Span span) implements Expression {
        public FormattedString {
            parts = List.copyOf(parts);
        }
    }

    /** A number as it is written. */
    record NumberLiteral(String text, Span span) implements Expression {}

    /** A word with a fixed value. */
    record Constant(Word word, Span span) implements Expression {
        /** The words there are. */
        public enum Word {
            NONE,
            TRUE,
            FALSE,
            /** {@code ...} */
            ELLIPSIS
        }
    }

    /** {@code object.name} */
    record Attribute(Expression object, String name, Span span) implements Expression {}

    /** {@code object[index]} */
    record Subscript(Expression object, Expression index, Span span) implements Expression {}

    /** {@code lower:upper:step} in a subscript. */
    record Slice(Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step, Span span)
            implements Expression {}

    /** {@code function(arguments)} */
    record Call(Expression function, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** An operator between two values; {@code and} and {@code or} too. Chains nest to the left. */
    record Binary(Expression left, Operator operator, Expression right, Span span) implements Expression {}

    /** An operator before a value. */
    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    /** {@code first < second == third}: one operator between each two operands. */
    record Compare(List<Expression> operands, List<Operator> operators, Span span) implements Expression {
        public Compare {
            operands = List.copyOf(operands);
            operators = List.copyOf(operators);
        }
    }

    /** {@code then if test else otherwise} */
    record Conditional(Expression test, Expression then, Expression otherwise, Span span) implements Expression {}

    /** {@code lambda parameters: body} */
    record Lambda(List<Parameter> parameters, Expression body, Span span) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code name := value} */
    record Named(Expression target, Expression value, Span span) implements Expression {}

    /** {@code *value} */
    record Starred(Expression value, Span span) implements Expression {}

    /** Values in a row. */
    record Sequence(Kind kind, List<Expression> elements, Span span) implements Expression {
        public Sequence {
            elements = List.copyOf(elements);
        }

        /** What is made of them. */
        public enum Kind {
            LIST,
            TUPLE,
            SET
        }
    }

    /** {@code {key: value}} */
    record Dictionary(List<Entry> entries, Span span) implements Expression {
        public Dictionary {
            entries = List.copyOf(entries);
        }

        /**
         * One entry.
         *
         * @param key absent for {@code **value}
         */
        public record Entry(Optional<Expression> key, Expression value) {}
    }

    /**
     * {@code [element for target in iterable if condition]} and its kin.
     *
     * @param value the value of an entry; present only for {@link Kind#DICTIONARY}
     */
    record Comprehension(Kind kind, Expression element, Optional<Expression> value, List<Clause> clauses, Span span)
            implements Expression {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }

        /** What is made. */
        public enum Kind {
            LIST,
            SET,
            DICTIONARY,
            GENERATOR
        }

        /** {@code for target in iterable if condition …} */
        public record Clause(Expression target, Expression iterable, List<Expression> conditions) {
            public Clause {
                conditions = List.copyOf(conditions);
            }
        }
    }

    /** {@code await value} */
    record Await(Expression value, Span span) implements Expression {}

    /** {@code yield value} */
    record Yield(Optional<Expression> value, boolean from, Span span) implements Expression {}

    /** What could not be read. */
    record Unreadable(String reason, Span span) implements Expression {}
}
