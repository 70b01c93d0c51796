/**
 * A world that writes down what it answers, and one that answers from that. Knows the interfaces of
 * {@link dev.greenlane.engine.look} as they are, and nothing of what stands behind them.
 */
@NullMarked
package dev.greenlane.world.recorded;

import org.jspecify.annotations.NullMarked;
