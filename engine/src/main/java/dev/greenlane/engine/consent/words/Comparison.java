package dev.greenlane.engine.consent.words;

import java.util.List;

/**
 * What something is compared with: {@code older than a month}, {@code over 2 GB}, {@code since June}.
 *
 * @param than the words behind the relation, in lower case, as far as no mark stands between; what is meant may end earlier
 * @param phrase the words of the relation itself, in lower case
 */
public record Comparison(Relation relation, List<String> than, List<String> phrase) {

    /** How it compares. */
    public enum Relation {
        EARLIER,
        LATER,
        MORE,
        LESS,
        /** {@code created in 2024}. */
        WITHIN;

        /** {@code not since June} is before June. */
        Relation denied() {
            return switch (this) {
                case EARLIER -> LATER;
                case LATER -> EARLIER;
                case MORE -> LESS;
                case LESS -> MORE;
                case WITHIN -> WITHIN;
            };
        }
    }

    public Comparison {
        than = List.copyOf(than);
        phrase = List.copyOf(phrase);
    }
}
