/** Google's Gemini CLI: events that are close to Claude's, answers that are not. */
@NullMarked
package dev.greenlane.agents.geminicli;

import org.jspecify.annotations.NullMarked;
