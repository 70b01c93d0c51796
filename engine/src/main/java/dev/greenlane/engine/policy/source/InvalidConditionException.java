package dev.greenlane.engine.policy.source;

/** A condition that cannot be used; the message says why. */
final class InvalidConditionException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidConditionException(String message) {
        super(message);
    }
}
