package dev.greenlane.syntax.python;

/** Operators, by how they are written. */
public enum Operator {
    OR("or"),
    AND("and"),
    NOT("not"),
    IN("in"),
    NOT_IN("not in"),
    IS("is"),
    IS_NOT("is not"),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    BIT_OR("|"),
    BIT_XOR("^"),
    BIT_AND("&"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    REMAINDER("%"),
    MATRIX_MULTIPLY("@"),
    INVERT("~"),
    POWER("**");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** How it is written. */
    public String text() {
        return text;
    }
}
