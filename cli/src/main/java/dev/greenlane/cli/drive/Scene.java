package dev.greenlane.cli.drive;

import java.util.List;

/**
 * What came of an agent's run.
 *
 * @param exit its exit code
 * @param late whether it had to be ended
 * @param first whether the first harmless call ran
 * @param risky whether the risky call ran
 * @param last whether the last harmless call ran
 * @param finished whether the model came to its last words
 * @param results what the model was told of each call
 * @param output what the agent printed
 */
public record Scene(
        int exit,
        boolean late,
        boolean first,
        boolean risky,
        boolean last,
        boolean finished,
        List<String> results,
        String output) {
    public Scene {
        results = List.copyOf(results);
    }
}
