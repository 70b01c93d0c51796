/**
 * Text as far as it is known before it runs: {@link dev.greenlane.engine.value.Value}, and the patterns in it:
 * {@link dev.greenlane.engine.value.Globs}. Knows nothing of shells, files or programs.
 */
@NullMarked
package dev.greenlane.engine.value;

import org.jspecify.annotations.NullMarked;
