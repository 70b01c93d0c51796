package dev.greenlane.gateway.messages;

import java.util.Optional;

/** A request for an answer of the model, by its bytes. Immutable. */
public final class MessagesRequest {
    private static final String SAFEGUARDS = "safeguards";

    private final Members members;
    private final Optional<Safeguards> safeguards;

    private MessagesRequest(Members members) {
        this.members = members;
        this.safeguards = members.value(SAFEGUARDS).flatMap(Safeguards::in);
    }

    /** The request that a body is; empty where it is no JSON object. */
    public static Optional<MessagesRequest> of(byte[] body) {
        return Members.of(body).map(MessagesRequest::new);
    }

    /** What the client wants to have checked; empty where it wants nothing of the kind. */
    public Optional<Safeguards> safeguards() {
        return safeguards;
    }

    /** Whether it offers tools to the model. */
    public boolean hasTools() {
        return members.has("tools");
    }

    /** The body without the field that only some servers know; every other byte as it was. */
    public byte[] withoutSafeguards() {
        return members.has(SAFEGUARDS) ? members.without(SAFEGUARDS) : members.bytes();
    }

    /** What its messages tell. @param ofPerson whether a person speaks in it; in a subagent's nobody does */
    public Conversation conversation(boolean ofPerson) {
        return ConversationReader.read(members, ofPerson);
    }

    /** A member's value as plain values; empty where there is none. */
    public Optional<Object> value(String name) {
        return members.value(name);
    }
}
