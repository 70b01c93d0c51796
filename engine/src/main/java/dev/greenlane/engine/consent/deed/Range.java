package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Comparison.Relation;

/**
 * A value as far as it is known: not below {@code from}, and below {@code to}, or just {@code from} where both are the same.
 *
 * @param sort what is measured
 */
record Range(Sort sort, double from, double to) {

    /** What is measured, and in what. */
    enum Sort {
        /** Days since 1970. */
        DATE,
        /** How long something is ago, or lasts, in seconds. */
        SECONDS,
        BYTES,
        COUNT
    }

    static Range exact(Sort sort, double value) {
        return new Range(sort, value, value);
    }

    /** Whether this is as it is compared with something of the same sort; unknown where that depends on what nobody has said. */
    Fit compare(Relation relation, Range than, boolean inclusive) {
        if (sort != than.sort) {
            return Fit.UNKNOWN;
        }
        if (relation == Relation.WITHIN) {
            boolean within = from >= than.from && to <= than.to;
            return within ? Fit.MATCH : to <= than.from || from >= than.to ? Fit.OTHER : Fit.UNKNOWN;
        }
        boolean more = sort == Sort.SECONDS
                ? relation == Relation.MORE || relation == Relation.EARLIER
                : relation == Relation.MORE || relation == Relation.LATER;
        boolean same = than.from == than.to;
        if (more) {
            boolean above =
                    inclusive || sort == Sort.SECONDS ? from >= than.to : same ? from > than.to : from >= than.to;
            boolean inside = inclusive && from >= than.from;
            boolean below = same && !inclusive ? to <= than.from : to <= than.from && !(from == to && inclusive);
            return above || inside ? Fit.MATCH : below ? Fit.OTHER : Fit.UNKNOWN;
        }
        boolean below = same && from == to ? to < than.from : to <= than.from;
        return below ? Fit.MATCH : from >= than.from ? Fit.OTHER : Fit.UNKNOWN;
    }
}
