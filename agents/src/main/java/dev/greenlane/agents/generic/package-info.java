/** Any other agent, in JSON of our own that {@code docs/agents.md} describes. */
@NullMarked
package dev.greenlane.agents.generic;

import org.jspecify.annotations.NullMarked;
