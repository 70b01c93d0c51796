package dev.greenlane.engine.consent.words;

/** What a word or phrase does to the clause it stands in; {@code moods.yaml} lists them. */
enum Cue {
    PROHIBITS,
    /** Looks like a prohibition and forbids nothing: {@code nobody uses it}. */
    LETS,
    KEEPS,
    LIMITS,
    EXCLUDES,
    /** At the beginning of a sentence they make what was said before it wait: {@code but wait for}. */
    WAITS,
    /** In a sentence of its own they make what was said before it wait, whatever else stands there: {@code depends on}. */
    HOLDS,
    /** {@code even if}: what follows changes nothing. */
    CONCEDES,
    CONDITIONS,
    /** Says nothing: {@code if possible}. */
    IDLE,
    ASKS,
    AFFIRMS,
    WITHDRAWS,
    WONDERS,
    INQUIRES,
    /** Something is to be so no more: {@code any longer}. */
    ENDS,
    /** What is told to be of no more use; where nothing else is said, it may go. */
    UNNEEDED,
    REQUESTS,
    /** At the end of a question they only ask for agreement: {@code will you}. */
    TAGS,
    /** Something is only tried: {@code dry run}. */
    TRIES,
    /** Makes a noun for a deed an order: {@code do a}. */
    PERFORMS,
    LATER,
    LOOKS,
    SCOPES,
    /** What follows in the message is only thought about: {@code let's plan}. */
    FRAMES,
    /** Something is to be written: {@code write a}. */
    AUTHORS
}
