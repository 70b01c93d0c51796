package dev.greenlane.engine.review;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.facts.Safekeeping;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.engine.session.Session;
import java.util.List;

/**
 * One question to the reviewer.
 *
 * @param world sight of the place where the call is made
 * @param user what the person has said so far, oldest first
 * @param grants what the person has approved
 * @param session what is remembered of the session
 * @param safekeeping whether what the call would lose can be kept first
 * @param earlier calls that were executed and are not in {@code session} yet, oldest first
 */
public record Request(
        ToolCall call,
        Surroundings surroundings,
        World world,
        Mode mode,
        UserRules rules,
        List<String> user,
        Grants grants,
        Session session,
        Safekeeping safekeeping,
        List<Executed> earlier) {

    public Request {
        user = List.copyOf(user);
        earlier = List.copyOf(earlier);
    }

    /** A question in a session of which nothing is known but its calls. */
    public Request(
            ToolCall call,
            Surroundings surroundings,
            World world,
            Mode mode,
            UserRules rules,
            List<String> user,
            List<Executed> earlier) {
        this(call, surroundings, world, mode, rules, user, Grants.NONE, Session.NEW, earlier);
    }

    /** A question where nothing is kept. */
    public Request(
            ToolCall call,
            Surroundings surroundings,
            World world,
            Mode mode,
            UserRules rules,
            List<String> user,
            Grants grants,
            Session session,
            List<Executed> earlier) {
        this(call, surroundings, world, mode, rules, user, grants, session, Safekeeping.NONE, earlier);
    }

    /** The same in another mode. */
    Request in(Mode other) {
        return new Request(call, surroundings, world, other, rules, user, grants, session, safekeeping, earlier);
    }
}
