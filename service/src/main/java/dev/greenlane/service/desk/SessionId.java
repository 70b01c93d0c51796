package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts;
import java.util.Optional;

/**
 * By what the ledger knows a session: the agent's name and the client's id. A subagent is a session of its own below the one it
 * was started in.
 *
 * @param parent the session that a subagent belongs to
 */
record SessionId(String text, Optional<String> parent) {
    /** The session itself, or the one that a subagent belongs to. */
    String top() {
        return parent.orElse(text);
    }

    private static final String UNNAMED = "unnamed";

    static SessionId of(Agent agent, Facts facts) {
        String session = agent.id() + ":" + facts.session().orElse(UNNAMED);
        return facts.subagent()
                .map(subagent -> new SessionId(session + "/" + subagent, Optional.of(session)))
                .orElseGet(() -> new SessionId(session, Optional.empty()));
    }
}
