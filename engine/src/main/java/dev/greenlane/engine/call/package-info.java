/**
 * What an agent wants to do, as it said it: {@link dev.greenlane.engine.call.ToolCall}. Knows the names that agents give
 * their tools; knows nothing of what a call would do.
 */
@NullMarked
package dev.greenlane.engine.call;

import org.jspecify.annotations.NullMarked;
