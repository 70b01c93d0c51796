package dev.greenlane.agents;

import dev.greenlane.engine.policy.Outcome;

/** What an agent is told. */
public sealed interface Answer {

    /**
     * A decision on what the event is about: the use of a tool, a prompt, a tool's result.
     *
     * @param reason for the agent, and for a person who is asked; may be empty where it is allowed
     */
    record Decision(Outcome outcome, String reason) implements Answer {

        /** The same with one more sentence, where it is not empty. */
        public Decision with(String sentence) {
            return sentence.isEmpty() ? this : new Decision(outcome, reason + " " + sentence);
        }
    }

    /** No opinion: the client goes on as if there were no hook. */
    record NoOpinion() implements Answer {}

    /** Nothing against it, and something that the agent should read beside it. */
    record Context(String text) implements Answer {}

    /**
     * The answer where no review took place. Not an opinion on the call: a person decides.
     *
     * @param what what happened, as a clause
     */
    static Decision notReviewed(String what) {
        return new Decision(
                Outcome.ASK,
                "Greenlane could not review this call: " + what + ". Run it only if you know what it does.");
    }
}
