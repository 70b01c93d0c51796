package dev.greenlane.service.http;

/**
 * What goes out.
 *
 * @param status the HTTP status
 * @param body text, JSON where the address speaks JSON
 */
public record Answer(int status, String body) {
    /** It was done. */
    public static Answer of(String body) {
        return new Answer(200, body);
    }

    /** It was not done; {@code reason} says why, for a person. */
    public static Answer refused(int status, String reason) {
        return new Answer(status, reason + "\n");
    }
}
