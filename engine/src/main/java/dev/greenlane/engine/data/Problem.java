package dev.greenlane.engine.data;

/**
 * Something wrong in a data file.
 *
 * @param message what is wrong and what to do about it
 */
public record Problem(Place place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
