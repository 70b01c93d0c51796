package dev.greenlane.engine.consent;

/** What the user wants of an effect. */
public sealed interface Opinion {

    /** The user said nothing of it. */
    Opinion UNSAID = new Unsaid();

    /** Nothing was said of it. */
    record Unsaid() implements Opinion {}

    /**
     * The user wants it.
     *
     * @param source who says so: {@code your words}, or the id of a grant
     * @param quote the words, or what was approved
     */
    record Given(String source, String quote) implements Opinion {}

    /**
     * The user wants such a thing, and nobody can tell whether of this object, or whether now.
     *
     * @param why what cannot be told, as a sentence
     * @param waits whether it waits for something that has to happen first, such as a word of the user
     */
    record Unbound(String quote, String why, boolean waits) implements Opinion {}

    /**
     * The user wants such a thing of other objects than this one.
     *
     * @param why what goes beyond, as a sentence
     */
    record Beyond(String quote, String why) implements Opinion {}

    /** The user has asked about it, and ordered nothing. */
    record Asked(String quote) implements Opinion {}

    /** The user does not want it. */
    record Forbidden(String quote) implements Opinion {}
}
