package dev.greenlane.engine.effect;

/** How sure it is that the call has this effect. */
public enum Certainty {
    /** It does, whenever it runs through. */
    CERTAIN,
    /** It most likely does: a branch that may be taken, a script whose content was not read. */
    LIKELY,
    /** It may: part of the call is not known. */
    POSSIBLE
}
