package dev.greenlane.gateway.verdicts;

/** Whose verdicts count where the API brings verdicts, too. */
public enum Voice {
    /** The API's. */
    UPSTREAM,
    /** Greenlane's. */
    OURS,
    /** Whichever lets less through, call by call. */
    STRICTER
}
