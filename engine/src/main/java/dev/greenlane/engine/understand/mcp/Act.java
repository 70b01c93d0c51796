package dev.greenlane.engine.understand.mcp;

/** What a tool does, as far as its name says it; from harmless to grave. */
public enum Act {
    /** Only looks. */
    READ,
    /** The name does not say. */
    UNKNOWN,
    /** Makes or alters something. */
    CHANGE,
    /** Carries out what an argument says. */
    RUN,
    /** Acts towards other people. */
    SPEAK,
    /** Costs money. */
    PAY,
    /** Takes something away. */
    DESTROY
}
