/**
 * What the gate has found out about the targets of effects by looking: what would be lost, and what the session made itself.
 * {@link dev.greenlane.engine.facts.Facts} answers for one call, as the world is before it; whether what is lost could be kept it asks
 * {@link dev.greenlane.engine.facts.Safekeeping}. Knows nothing of rules and of how things are kept.
 */
@NullMarked
package dev.greenlane.engine.facts;

import org.jspecify.annotations.NullMarked;
