/**
 * An agent's events answered in this process, without a service: read, reviewed, answered. Knows agents by {@link
 * dev.greenlane.agents.Agent} alone; the judgement is the engine's.
 */
@NullMarked
package dev.greenlane.agents.hook;

import org.jspecify.annotations.NullMarked;
