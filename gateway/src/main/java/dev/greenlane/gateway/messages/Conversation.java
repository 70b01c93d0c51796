package dev.greenlane.gateway.messages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a request tell.
 *
 * @param said what a person has said, oldest first
 * @param calls tools that were used and have given their results, oldest first
 * @param folder the working directory that the client names in its own notes
 */
public record Conversation(List<String> said, List<Call> calls, Optional<String> folder) {
    /** Nothing is told. */
    public static final Conversation NOTHING = new Conversation(List.of(), List.of(), Optional.empty());

    public Conversation {
        said = List.copyOf(said);
        calls = List.copyOf(calls);
    }

    /**
     * A use of a tool, with its result.
     *
     * @param failed whether the client calls it a failure: it may not have taken place
     */
    public record Call(String id, String tool, @Nullable Object input, String result, boolean failed) {}
}
