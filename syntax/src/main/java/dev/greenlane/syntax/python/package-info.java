/**
 * Python, version 3 and what is still written of version 2.
 *
 * <p>{@link dev.greenlane.syntax.python.PythonReader} turns text into a {@link dev.greenlane.syntax.python.Module} of
 * {@link dev.greenlane.syntax.python.Statement}s and {@link dev.greenlane.syntax.python.Expression}s, each of which knows its
 * {@link dev.greenlane.syntax.Span}. Reading never fails and takes time in proportion to the text: what is not grammar
 * stands in the tree as an {@code Unreadable} with its reason, in its place.
 *
 * <p>The tree says what is written, never what it would do: no names are resolved, nothing is computed.
 */
@NullMarked
package dev.greenlane.syntax.python;

import org.jspecify.annotations.NullMarked;
