package dev.greenlane.store;

import java.util.Locale;

/** Whether a session may go on after denials. */
public enum Breaker {
    /** It goes on. */
    CLOSED,
    /** It was denied too often: a person has to look. */
    TRIPPED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
