package dev.greenlane.agents;

import java.util.List;
import java.util.Optional;

/**
 * The adapter of one agent: its protocol, and nothing else. No method throws, whatever it is given. Thread-safe.
 *
 * <p>Most clients run a call when its hook says nothing they understand. So what cannot be read is never answered with
 * something that lets a call pass.
 */
public interface Agent {

    /** The name by which {@code greenlane hook} knows the agent, such as {@code claude-code}. */
    String id();

    /** The events that the agent's hooks are installed for, in the client's own words. */
    List<String> events();

    /**
     * Reads an event.
     *
     * @param event the client's name of the event as the hook was installed for it; empty where that is not known, and then
     *     the body must tell
     * @param body what the client wrote
     */
    HookEvent read(String event, String body);

    /**
     * What the client is to be told, byte for byte as it must stand on standard output; empty for nothing. An answer that
     * the client could not honour becomes the strictest one it can: where it cannot ask, an ask is a denial whose reason
     * tells the agent to ask the user.
     */
    String answer(HookEvent event, Answer answer);

    /**
     * What the client is to be told where no review takes place: a question or a denial in its own form for events on which
     * it waits for a decision, nothing for the others.
     *
     * @param event the client's name of the event; where it is empty or new to us, the event is taken for one that decides
     * @param reason what happened, as a clause
     */
    default String failAnswer(String event, String reason) {
        return answer(new HookEvent.Unreadable(event, reason), Answer.notReviewed(reason));
    }

    /**
     * What the client is to be told about an event that is at hand, where no review takes place: as {@link #failAnswer} for
     * an event on which it waits for a decision, nothing for others.
     *
     * @param reason what happened, as a clause
     */
    default String notReviewed(String event, String body, String reason) {
        HookEvent read = read(event, body);
        return switch (read) {
            case HookEvent.ToolUse use -> answer(read, Answer.notReviewed(reason));
            case HookEvent.PermissionAsked asked -> answer(read, Answer.notReviewed(reason));
            case HookEvent.Unreadable unreadable -> answer(read, Answer.notReviewed(reason));
            default -> answer(read, new Answer.NoOpinion());
        };
    }

    /**
     * What a person has typed in the session so far, oldest first, by this client's own rules. Tool results, attachments,
     * summaries, expansions of commands and messages of other agents are never among it. Where in doubt it leaves out.
     *
     * @param transcript the text of the session's transcript file; only its first line and its last two million characters
     *     are looked at, and files that are one JSON value are not read at all beyond that size
     */
    List<String> said(String transcript);

    /**
     * Whether the client shows a person the question, and uses the tool only after a yes. Then a use that takes place after a
     * question was approved.
     */
    default boolean asks() {
        return false;
    }

    /** Whether a person sees the session, as far as the text of its transcript tells. */
    default Facts.Presence presence(String transcript) {
        return Facts.Presence.UNKNOWN;
    }

    /**
     * The session's transcript: a path from the root or, where it begins with {@code ~/}, from the user's home. Empty where
     * neither the event names it nor the client keeps it in a place of its own.
     */
    default Optional<String> transcript(Facts facts) {
        return facts.transcript();
    }
}
