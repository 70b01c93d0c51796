package dev.greenlane.models.endpoint;

import java.util.Locale;

/** A model did not answer. The message says why, as a clause, without what was asked and without the key. */
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** It cannot be reached, is overloaded or broken. */
        OUTAGE,
        /** It was reached and does not let us in. */
        NO_ACCESS,
        /** It does not know the model, or does not take what is sent. */
        MISUSED,
        /** It took too long. */
        TIMED_OUT,
        /** It would not answer this. */
        REFUSED,
        /** What it said is no answer. */
        NONSENSE,
        /** There is no money left to ask. */
        NO_MONEY;

        /** The name in records. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ModelFailure(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why, as a clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
