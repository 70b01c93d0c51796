package dev.greenlane.cli.imports;

/**
 * What became of one line.
 *
 * @param from the list it stands in: {@code permissions.allow}
 * @param line the line
 * @param to what it became, as a clause; for one that is left out, why
 */
public record Fate(Kind kind, String from, String line, String to) {
    /** What became of it. */
    public enum Kind {
        /** A rule that code goes by. */
        RULE,
        /** Only the judge reads it. */
        JUDGE,
        /** Nothing. */
        LEFT_OUT
    }
}
