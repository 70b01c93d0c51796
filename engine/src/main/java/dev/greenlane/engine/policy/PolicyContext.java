package dev.greenlane.engine.policy;

/**
 * What a rule may know of the call beside its effects.
 *
 * @param mode the permission mode by the name agents use: {@code auto}, {@code acceptEdits}, …
 * @param tool the tool's name as the agent gave it
 * @param server the MCP server that the tool is of; empty where it is of none
 */
public record PolicyContext(String mode, String tool, String server) {

    /** A call of a tool of the agent's own. */
    public PolicyContext(String mode, String tool) {
        this(mode, tool, "");
    }

    /** A shell command in auto mode. */
    public static final PolicyContext SHELL = new PolicyContext("auto", "Bash");
}
