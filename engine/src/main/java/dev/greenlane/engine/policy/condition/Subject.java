package dev.greenlane.engine.policy.condition;

import java.util.Set;

/** The effect a condition is asked about, as values of {@link Variable}. Answers on demand and never throws. */
public interface Subject {

    /** The value of a variable of type {@link Variable.Type#TEXT}. */
    String text(Variable variable);

    /** The value of a variable of type {@link Variable.Type#LIST}. */
    Set<String> list(Variable variable);

    /** The value of a variable of type {@link Variable.Type#FLAG}. */
    boolean flag(Variable variable);
}
