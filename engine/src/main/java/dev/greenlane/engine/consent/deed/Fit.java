package dev.greenlane.engine.consent.deed;

/** How well what was said fits an object. */
public enum Fit {
    /** It is meant. */
    MATCH,
    /** Nobody can tell. */
    UNKNOWN,
    /** Something else is meant. */
    OTHER
}
