/**
 * From a call to its effects. {@link dev.greenlane.engine.understand.Understander} takes a tool call and gives an
 * {@link dev.greenlane.engine.understand.Understanding}: everything the call would do, with the place in the call that does
 * it. Knows nothing of what is allowed.
 */
@NullMarked
package dev.greenlane.engine.understand;

import org.jspecify.annotations.NullMarked;
