/**
 * What a call would do to the world, typed: {@link dev.greenlane.engine.effect.Effect}. Plain values; knows nothing of how
 * they were found or how they are judged.
 */
@NullMarked
package dev.greenlane.engine.effect;

import org.jspecify.annotations.NullMarked;
