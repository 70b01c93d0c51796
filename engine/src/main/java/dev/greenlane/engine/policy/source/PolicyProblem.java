package dev.greenlane.engine.policy.source;

/**
 * Something wrong in a policy file.
 *
 * @param file the file's name as it was given
 * @param place the rule, exception or part it stands in; may be empty
 * @param message what is wrong and what was expected
 */
public record PolicyProblem(String file, String place, String message) {

    @Override
    public String toString() {
        return place.isEmpty() ? file + ": " + message : file + ": " + place + ": " + message;
    }
}
