package dev.greenlane.engine.policy.condition;

import java.util.Optional;

/**
 * What names mean at one place of a condition: the subject, and the elements of the enclosing {@code exists} and {@code all}.
 */
public record Scope(Subject subject, Optional<Bound> innermost) {

    /** An element and the ones around it. */
    public record Bound(String name, String value, Optional<Bound> outer) {}

    Scope(Subject subject) {
        this(subject, Optional.empty());
    }

    Scope with(String name, String value) {
        return new Scope(subject, Optional.of(new Bound(name, value, innermost)));
    }

    String element(String name) {
        for (Optional<Bound> bound = innermost;
                bound.isPresent();
                bound = bound.get().outer()) {
            if (bound.get().name().equals(name)) {
                return bound.get().value();
            }
        }
        throw new IllegalStateException("no element " + name);
    }
}
