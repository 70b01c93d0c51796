package dev.greenlane.engine.effect;

/** Whether the effect can be taken back. */
public enum Reversibility {
    /** It changes nothing, or can be undone at once. */
    REVERSIBLE,
    /** It can be undone with work, or from a copy elsewhere. */
    RECOVERABLE,
    /** Nothing in sight brings it back. */
    IRREVERSIBLE
}
