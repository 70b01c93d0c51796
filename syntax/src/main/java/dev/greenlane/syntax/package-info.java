/**
 * Grammars and typed trees. This module turns program text into trees whose nodes know their place in the
 * text; it knows nothing of Greenlane: no tool calls, no effects, no policy, no file system.
 */
@NullMarked
package dev.greenlane.syntax;

import org.jspecify.annotations.NullMarked;
