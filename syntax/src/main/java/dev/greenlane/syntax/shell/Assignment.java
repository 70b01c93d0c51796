package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code name=value}, {@code name+=value}, {@code name[index]=value}, {@code name=(…)}.
 *
 * @param append whether it is {@code +=}
 */
public record Assignment(String name, Optional<Word> index, boolean append, Value value, Span span) implements Node {

    /** What is assigned. */
    public sealed interface Value {}

    /** One word; absent in {@code name=}. */
    public record Scalar(Optional<Word> word) implements Value {}

    /** {@code (a b [key]=c)}. */
    public record Array(List<Element> elements) implements Value {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** One element of an array literal. */
    public record Element(Optional<Word> key, Optional<Word> value) {}
}
