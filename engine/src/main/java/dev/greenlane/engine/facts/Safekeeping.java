package dev.greenlane.engine.facts;

import dev.greenlane.engine.effect.Effect;

/**
 * Knows whether what a call would lose can be kept before it runs. Whoever builds an engine brings it; keeping itself comes after
 * the verdict. Thread-safe, never throws.
 */
@FunctionalInterface
public interface Safekeeping {

    /** Nothing is kept. */
    Safekeeping NONE = (effect, scene) -> false;

    /**
     * Whether all that an effect would take with it can be kept first, within the limits that are set, so that it can be brought
     * back.
     *
     * @param scene the whole call: what all of its effects threaten is kept together or not at all
     */
    boolean covers(Effect effect, Scene scene);
}
