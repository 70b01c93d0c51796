package dev.greenlane.agents;

import dev.greenlane.engine.policy.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agent tells a hook. Every event has the client's own name of it; empty where it has none. */
public sealed interface HookEvent {

    String name();

    Facts facts();

    /** What an agent only tells: no answer would change anything. */
    sealed interface Notice extends HookEvent {}

    /** The agent is about to use a tool. */
    record ToolUse(String name, Facts facts, Tool tool) implements HookEvent {}

    /** The client is about to ask the person for permission to use a tool. */
    record PermissionAsked(String name, Facts facts, Tool tool) implements HookEvent {}

    /** The client itself refused the use of a tool; {@code reason} is its own. */
    record PermissionRefused(String name, Facts facts, Tool tool, String reason) implements HookEvent {}

    /**
     * A tool was used.
     *
     * @param result what came of it, as the client wrote it; null for nothing
     * @param failed whether the client calls it a failure
     */
    record ToolDone(
            String name, Facts facts, Tool tool, @Nullable Object result, boolean failed) implements HookEvent {}

    /**
     * Something was submitted to the agent.
     *
     * @param words what the person typed of it; empty where it was not a person
     */
    record Prompt(String name, Facts facts, Optional<String> words) implements HookEvent {}

    /** A session begins or goes on; {@code source} says how, in the client's words. */
    record SessionStarted(String name, Facts facts, String source) implements HookEvent {}

    /** A session is over; {@code reason} is the client's word for why. */
    record SessionEnded(String name, Facts facts, String reason) implements Notice {}

    /** The agent has ended its turn; {@code said} is what it said last. */
    record Stopped(String name, Facts facts, String said) implements Notice {}

    /** A subagent begins; {@code kind} is the client's word for what it is. */
    record SubagentStarted(String name, Facts facts, String kind) implements HookEvent {}

    /** A subagent hands back; {@code said} is what it said last. */
    record SubagentStopped(String name, Facts facts, String said) implements Notice {}

    /** Any other event. */
    record Other(String name, Facts facts) implements Notice {}

    /**
     * Something that is no event of this client.
     *
     * @param name the event it should have been, as far as that is known
     * @param reason why it is none, as a clause
     */
    record Unreadable(String name, String reason) implements HookEvent {
        @Override
        public Facts facts() {
            return Facts.NONE;
        }

        /** The answer where it stops a call; else the one that leaves the call to a person. */
        public Answer stopping(Answer answer) {
            boolean stops = answer instanceof Answer.Decision decision && decision.outcome() != Outcome.ALLOW;
            return stops ? answer : Answer.notReviewed(reason);
        }
    }
}
