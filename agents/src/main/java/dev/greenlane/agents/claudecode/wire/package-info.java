/**
 * What Claude Code writes to a hook and reads from it, as pure functions from text to values and back. Never throws on any
 * input; knows nothing of reviews.
 */
@NullMarked
package dev.greenlane.agents.claudecode.wire;

import org.jspecify.annotations.NullMarked;
