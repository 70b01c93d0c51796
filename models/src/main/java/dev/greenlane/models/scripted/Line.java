package dev.greenlane.models.scripted;

/** What a scripted model does when it is asked. */
public sealed interface Line {
    /** It answers with this text. */
    record Say(String text) implements Line {}

    /** It says, as its protocol does, that it will not answer. */
    record Refuse() implements Line {}

    /** It sends an error of HTTP. */
    record Fail(int status) implements Line {}

    /** It sends this, whatever the protocol asks for. */
    record Garble(String body) implements Line {}

    /** It does not answer. */
    record Hang() implements Line {}
}
