package dev.greenlane.agents;

import dev.greenlane.engine.session.Executed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What events say about their session. What a client does not say is empty.
 *
 * @param session the client's id of the session
 * @param subagent the id of the subagent in which the event happens; empty in the session itself
 * @param cwd the working directory
 * @param permissionMode the client's own mode, in its own words
 * @param transcript path of the session's transcript
 * @param presence whether somebody is there to be asked
 * @param user what the person has said so far, where the event itself carries it
 * @param earlier earlier calls that were executed, where the event itself carries them
 */
public record Facts(
        Optional<String> session,
        Optional<String> subagent,
        Optional<String> cwd,
        Optional<String> permissionMode,
        Optional<String> transcript,
        Presence presence,
        List<String> user,
        List<Executed> earlier) {

    /** Nothing is known. */
    public static final Facts NONE =
            new Facts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Facts {
        user = List.copyOf(user);
        earlier = List.copyOf(earlier);
    }

    public Facts(
            Optional<String> session,
            Optional<String> subagent,
            Optional<String> cwd,
            Optional<String> permissionMode,
            Optional<String> transcript) {
        this(session, subagent, cwd, permissionMode, transcript, Presence.UNKNOWN, List.of(), List.of());
    }

    /** The same, with what is known of the person. */
    public Facts with(Presence known) {
        return new Facts(session, subagent, cwd, permissionMode, transcript, known, user, earlier);
    }

    /** Whether a person sees the session and can answer a question. */
    public enum Presence {
        ATTENDED,
        HEADLESS,
        UNKNOWN;

        /** What a member {@code headless} of JSON says; anything but yes or no says nothing. */
        public static Presence of(@Nullable Object headless) {
            return headless instanceof Boolean nobody ? nobody ? HEADLESS : ATTENDED : UNKNOWN;
        }
    }
}
