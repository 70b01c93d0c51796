package dev.greenlane.engine.policy;

/** Whether anything clears a rule. */
public enum Strength {
    /** Nothing does. */
    HARD,
    /** An exception or consent does. */
    SOFT
}
