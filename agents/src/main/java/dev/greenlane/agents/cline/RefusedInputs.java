package dev.greenlane.agents.cline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Inputs that a denied call of Cline's command line is given instead of its own: the tool tries and fails, or finds nothing.
 * They have the form that the tool asks for, because a few calls of another form in a row end the run. Seen to do nothing with
 * version 3.0.65. Stateless.
 */
final class RefusedInputs {
    /** The tool whose result says the reason by itself. */
    static final String SHELL = "run_commands";

    /** No file system has such a name. */
    private static final String NO_FILE = "denied-by-greenlane\0";

    private static final Map<String, Map<String, Object>> INPUTS = Map.of(
            "editor", sorted(Map.of("path", NO_FILE, "old_text", "x", "new_text", "x")),
            "apply_patch", Map.of("input", "Denied by Greenlane"),
            "read_files", Map.of("files", List.of(Map.of("path", NO_FILE))),
            "search_codebase", Map.of("queries", List.of("Denied by Greenlane")),
            "fetch_web_content",
                    Map.of("requests", List.of(sorted(Map.of("url", "denied-by-greenlane:", "prompt", "none")))),
            "skills", Map.of("skill", "denied-by-greenlane"));

    private RefusedInputs() {}

    /** The input for a tool; empty where none is known to be harmless. */
    static Optional<Map<String, Object>> of(String tool, String reason) {
        return tool.equals(SHELL)
                ? Optional.of(Map.of("commands", List.of(failing(reason))))
                : Optional.ofNullable(INPUTS.get(tool));
    }

    private static Map<String, Object> sorted(Map<String, Object> input) {
        return new TreeMap<>(input);
    }

    /** A command that says the reason and fails. */
    private static String failing(String reason) {
        return "echo '" + reason.replaceAll("[\\s\\x00]+", " ").replace("'", "'\\''") + "' >&2; exit 1";
    }
}
