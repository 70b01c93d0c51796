package dev.greenlane.engine.value;

/** A part of a {@link Value}. */
public sealed interface Piece {

    /** Known text. */
    record Text(String text) implements Piece {}

    /** A glob that files may match: {@code *}, {@code ?}, {@code [a-z]}, {@code @(a|b)}. */
    record Glob(String pattern) implements Piece {}

    /**
     * Text that is not known.
     *
     * @param name what it is called, for people: {@code $BRANCH}, {@code $(date)}, {@code stdin}
     * @param reason why it is not known, as a clause
     */
    record Hole(String name, String reason) implements Piece {}
}
