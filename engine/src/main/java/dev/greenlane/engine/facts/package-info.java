/**
 * What the gate has found out about the targets of effects by looking: what would be lost, and what the session made itself.
 * {@link dev.greenlane.engine.facts.Facts} answers for one call, as the world is before it. Knows nothing of rules.
 */
@NullMarked
package dev.greenlane.engine.facts;

import org.jspecify.annotations.NullMarked;
