package dev.greenlane.engine.call;

import java.util.Optional;

/**
 * Where a call is made, and for whom.
 *
 * @param workingDirectory absolute path; empty where it is not known
 * @param home the user's home, absolute; empty where it is not known
 * @param user who the user is
 */
public record Surroundings(Optional<String> workingDirectory, Optional<String> home, Identity user) {

    /** Nothing is known. */
    public static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), Optional.empty());

    /** Made for somebody of whom nothing is known. */
    public Surroundings(Optional<String> workingDirectory, Optional<String> home) {
        this(workingDirectory, home, Identity.UNKNOWN);
    }
}
