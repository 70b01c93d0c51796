package dev.greenlane.agents.known;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.claudecode.ClaudeCode;
import dev.greenlane.agents.cline.Cline;
import dev.greenlane.agents.codex.Codex;
import dev.greenlane.agents.copilotcli.CopilotCli;
import dev.greenlane.agents.cursor.Cursor;
import dev.greenlane.agents.geminicli.GeminiCli;
import dev.greenlane.agents.generic.Generic;
import dev.greenlane.agents.opencode.OpenCode;
import dev.greenlane.agents.qwencode.QwenCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All agents. Immutable and thread-safe. */
public final class KnownAgents {
    private static final List<Agent> ALL = List.of(
            ClaudeCode.agent(),
            Codex.agent(),
            new GeminiCli(),
            QwenCode.agent(),
            new CopilotCli(),
            OpenCode.agent(),
            new Cursor(),
            new Cline(),
            new Generic());

    private static final Map<String, Agent> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Agent::id, Function.identity()));

    private KnownAgents() {}

    /** Every agent, in the order in which help pages name them. */
    public static List<Agent> all() {
        return ALL;
    }

    /** The agent of this name. */
    public static Optional<Agent> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
