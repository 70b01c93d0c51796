package dev.greenlane.agents.opencode;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.shape.Dialect;
import dev.greenlane.agents.shape.Dialect.Ask;
import dev.greenlane.agents.shape.ShapedAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * opencode, through our plugin. The plugin can let a call go on or throw, so a question is a denial. Sessions are kept in a
 * database and not in a transcript; the plugin hands on what the person typed. Measured with version 1.18.33.
 */
public final class OpenCode {
    private static final List<String> EVENTS =
            List.of("PreToolUse", "PostToolUse", "UserPromptSubmit", "SessionStart", "SubagentStart", "Stop");

    private OpenCode() {}

    public static Agent agent() {
        return new ShapedAgent(
                "opencode", EVENTS, new Dialect(Ask.DENIED, Ask.DENIED, true, true), transcript -> List.of());
    }

    /**
     * The plugin's text. In it {@code "GREENLANE_HOOK"} stands where the hook command's words belong, as a JSON list without
     * its brackets.
     */
    public static String plugin() {
        try (InputStream in = OpenCode.class.getResourceAsStream("greenlane-opencode.js")) {
            if (in == null) {
                throw new IllegalStateException("greenlane-opencode.js is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
