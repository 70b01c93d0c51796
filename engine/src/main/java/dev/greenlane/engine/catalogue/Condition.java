package dev.greenlane.engine.catalogue;

import java.util.List;

/** A condition of an effect or an inner command. */
sealed interface Condition {

    /** The name was given. */
    record Present(int slot) implements Condition {}

    /** The name was not given. */
    record Absent(int slot) implements Condition {}

    /** A value of the name matches. */
    record Matches(int slot, Glob glob) implements Condition {}

    /** The name was given and no value of it matches. */
    record MatchesNone(int slot, Glob glob) implements Condition {}

    /** Something is piped in, or when {@code negated}, nothing is. */
    record Piped(boolean negated) implements Condition {}

    /** One of these holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }
}
