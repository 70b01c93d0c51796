package dev.greenlane.service;

import java.util.Optional;

/** Runs what a person's command hands over to the service, which is warm. Thread-safe, never throws. */
@FunctionalInterface
public interface Carried {
    /** Runs nothing: each command does its work itself. */
    Carried NOTHING = request -> Optional.empty();

    /**
     * Runs {@code greenlane undo}.
     *
     * @param request what the person's terminal tells, and the arguments
     * @return what is to be printed; empty where it is for another build, and nothing was done
     */
    Optional<String> undo(String request);
}
