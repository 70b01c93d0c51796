package dev.greenlane.agents.shape;

/**
 * The points on which clients of Claude's protocol differ.
 *
 * @param ask what becomes of a question before the use of a tool
 * @param askAtPermission what becomes of one when the client itself is about to ask
 * @param bareAllow whether an allowed use is said to be allowed; where not, the client is told nothing and goes by its own rules
 * @param fullStop whether a reason ends with its own full stop; not where the client writes one behind it
 */
public record Dialect(Ask ask, Ask askAtPermission, boolean bareAllow, boolean fullStop) {

    /** What becomes of a question. */
    public enum Ask {
        /** The client is told to ask. */
        SPOKEN,
        /** Nothing is said, and the client asks by itself. */
        SILENT,
        /** The use is denied, and the agent told to ask the user. */
        DENIED
    }
}
