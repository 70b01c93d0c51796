package dev.greenlane.engine.policy;

/**
 * What a rule may know of the call beside its effects.
 *
 * @param mode the permission mode by the name agents use: {@code auto}, {@code acceptEdits}, …
 * @param tool the tool's name as the agent gave it
 */
public record PolicyContext(String mode, String tool) {

    /** A shell command in auto mode. */
    public static final PolicyContext SHELL = new PolicyContext("auto", "Bash");
}
