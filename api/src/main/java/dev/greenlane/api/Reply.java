package dev.greenlane.api;

/**
 * What the service answered.
 *
 * @param status the HTTP status
 * @param body the body, UTF-8
 */
public record Reply(int status, String body) {
    /** Whether the service did what it was asked. */
    public boolean ok() {
        return status == 200;
    }
}
