package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.Tool;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.rules.OwnRules;
import dev.greenlane.service.settings.Settings;
import java.util.Optional;

/**
 * A tool that an agent wants to use.
 *
 * @param installed the mode that the hook was installed with
 * @param client rules of the client that the wire has told, which can only tighten
 */
record Use(
        Agent agent,
        SessionId id,
        LiveSession session,
        Facts facts,
        Tool tool,
        Settings settings,
        Optional<Mode> installed,
        boolean shadow,
        Wire wire,
        OwnRules client) {
    Use(
            Agent agent,
            SessionId id,
            LiveSession session,
            Facts facts,
            Tool tool,
            Settings settings,
            Optional<Mode> installed,
            boolean shadow) {
        this(agent, id, session, facts, tool, settings, installed, shadow, Wire.HOOK, OwnRules.NONE);
    }

    /** Whether the client shows a person a question about this use. */
    boolean asks() {
        return wire == Wire.HOOK && agent.asks();
    }

    String text() {
        return text(id, tool);
    }

    /** The use in the words by which it is known again. */
    static String text(SessionId id, Tool tool) {
        return id.text() + " " + tool.name() + " " + Entries.input(tool);
    }

    Presence presence() {
        return facts.presence() == Presence.UNKNOWN ? session.person().presence() : facts.presence();
    }
}
