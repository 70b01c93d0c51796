package dev.greenlane.engine.understand.code.python;

/** How much may be followed again: further rounds of loops, further calls of a function. The first time is always free. */
final class Budget {

    private int statements = 20_000;

    /** Whether something that was followed before may be followed again. */
    boolean allowsMore() {
        return statements > 0;
    }

    void spend() {
        statements--;
    }
}
