package dev.greenlane.engine.facts;

import dev.greenlane.engine.effect.Effect;

/**
 * What is known of the targets of the effects of one call, as they are before it. Looks when it is asked, and once. One thread;
 * never throws.
 */
public interface Facts {

    /** Nobody has looked. */
    Facts NONE = new Facts() {
        @Override
        public Loss loss(Effect effect) {
            return Loss.NOT_LOOKED;
        }

        @Override
        public boolean undoable(Effect effect) {
            return false;
        }

        @Override
        public boolean own(Effect effect) {
            return false;
        }
    };

    /** What the effect takes with it that was there before the session and that nothing brings back. */
    Loss loss(Effect effect);

    /** Whether something is lost and all of it can be kept before the call runs, so that an undo brings it back. */
    boolean undoable(Effect effect);

    /** Whether the session made all that the effect is done to. */
    boolean own(Effect effect);
}
