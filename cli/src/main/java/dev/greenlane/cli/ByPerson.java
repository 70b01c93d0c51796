package dev.greenlane.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only a person may do. A reviewed call that tries is denied before it runs; this also stops a program that an agent has
 * started and that tries it unseen, as far as the agent marks what it starts. Stateless.
 */
final class ByPerson {
    /** What agents set for the commands that they run, by their documentation or as seen on the client. */
    private static final List<String> MARKS = List.of(
            "CLAUDECODE",
            "GEMINI_CLI",
            "QWEN_CODE",
            "CODEX_SANDBOX",
            "CODEX_SANDBOX_NETWORK_DISABLED",
            "CURSOR_AGENT",
            "CLINE_ACTIVE",
            "OPENCODE",
            "COPILOT_CLI");

    private ByPerson() {}

    /** Fails where an agent runs this command. */
    static void require(Outside outside) {
        Map<String, String> environment = outside.environment();
        Optional<String> mark = MARKS.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst();
        if (mark.isPresent()) {
            throw new Failure(
                    Exit.FAILED,
                    "only a person does this, and " + mark.get()
                            + " says that an agent runs this command. Type it in a terminal of your own.");
        }
    }
}
