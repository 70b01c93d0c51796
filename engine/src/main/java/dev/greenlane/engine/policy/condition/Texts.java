package dev.greenlane.engine.policy.condition;

import java.util.Set;

/** Several texts inside a condition. */
public sealed interface Texts {

    Set<String> in(Scope scope);

    /** A list that stands in the condition. */
    record Literal(Set<String> values) implements Texts {
        public Literal {
            values = Set.copyOf(values);
        }

        @Override
        public Set<String> in(Scope scope) {
            return values;
        }
    }

    /** The value of a variable. */
    record Of(Variable variable) implements Texts {
        @Override
        public Set<String> in(Scope scope) {
            return scope.subject().list(variable);
        }
    }
}
