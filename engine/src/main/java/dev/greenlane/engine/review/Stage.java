package dev.greenlane.engine.review;

import java.util.Locale;

/** Who decided. */
public enum Stage {
    /** The permission mode. */
    MODE,
    /** A rule of the user. */
    RULE,
    /** The policy. */
    POLICY,
    /** The user, in words or by an approval. */
    CONSENT,
    /** The judge: a language model, on a call that the policy leaves open. */
    JUDGE;

    /** The name on screens and wires. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
