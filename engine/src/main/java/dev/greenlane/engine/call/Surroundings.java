package dev.greenlane.engine.call;

import java.util.Optional;

/**
 * Where a call is made.
 *
 * @param workingDirectory absolute path; empty where it is not known
 * @param home the user's home, absolute; empty where it is not known
 */
public record Surroundings(Optional<String> workingDirectory, Optional<String> home) {

    /** Nothing is known. */
    public static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), Optional.empty());
}
