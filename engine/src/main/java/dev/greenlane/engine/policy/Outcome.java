package dev.greenlane.engine.policy;

/** What becomes of a call. */
public enum Outcome {
    ALLOW,
    ASK,
    DENY
}
