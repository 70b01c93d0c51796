package dev.greenlane.gateway;

import dev.greenlane.gateway.verdicts.Voice;

/**
 * How a gateway behaves.
 *
 * @param knowing whether the API understands what the client wants to have checked
 * @param voice whose verdicts count where both give some
 * @param side whether requests of the client that ask a model about a call are answered here, where the API is not the vendor's
 */
public record Manner(Knowing knowing, Voice voice, boolean side) {
    /** Whether the API understands the field {@code safeguards}; one that does not may refuse requests that have it. */
    public enum Knowing {
        /** The vendor's does; any other does once it has brought verdicts. */
        AUTO,
        YES,
        NO
    }

    /** What holds where nothing is set. */
    public static final Manner USUAL = new Manner(Knowing.AUTO, Voice.STRICTER, true);
}
