package dev.greenlane.engine.policy;

/** What a rule says of an effect it applies to; the first is the gravest. */
public enum Decision {
    /** It must not happen. */
    DENY,
    /** A person decides. */
    ASK,
    /** The rules cannot tell; whoever looks closer may. */
    UNDECIDED
}
