package dev.greenlane.gateway.verdicts;

import java.util.Optional;

/**
 * Whose request it is, as the client's headers say.
 *
 * @param session the client's id of the session
 * @param subagent the id of the subagent; empty in the session itself
 * @param headless whether nobody sits before it; empty where that is not known
 */
public record Identity(Optional<String> session, Optional<String> subagent, Optional<Boolean> headless) {
    /** The name of the session, or of the subagent in it. */
    public String name() {
        return session.orElse("") + "/" + subagent.orElse("");
    }
}
