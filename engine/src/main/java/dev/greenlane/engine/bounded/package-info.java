/**
 * What remembers only so much: {@link dev.greenlane.engine.bounded.Bounded}, {@link dev.greenlane.engine.bounded.Recent}. Knows
 * nothing of what is remembered.
 */
@NullMarked
package dev.greenlane.engine.bounded;

import org.jspecify.annotations.NullMarked;
