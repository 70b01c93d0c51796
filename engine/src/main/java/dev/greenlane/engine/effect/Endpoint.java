package dev.greenlane.engine.effect;

/**
 * The other end of a connection.
 *
 * @param text the URL or host as the call gives it
 * @param host lower-case host name or address without port; empty where it is not known
 * @param reach how far away it is
 */
public record Endpoint(String text, String host, Reach reach) {

    /** How far away a host is, judged by its name or address alone. */
    public enum Reach {
        /** This machine. */
        LOOPBACK,
        /** A private or link-local address, a name without a dot, {@code .local}, {@code .internal}. */
        PRIVATE,
        /** The metadata service of a cloud machine. */
        METADATA,
        /** Anything else. */
        PUBLIC,
        /** The host is not known. */
        UNKNOWN
    }
}
