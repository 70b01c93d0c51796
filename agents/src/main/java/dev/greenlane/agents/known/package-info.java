/** The agents that Greenlane knows. */
@NullMarked
package dev.greenlane.agents.known;

import org.jspecify.annotations.NullMarked;
