/**
 * What programs that only change text make of text that is known: decoders, {@code tr}, {@code sed}, {@code rev} and the
 * like. Pure functions from words and input to output; knows nothing of shells, files or effects.
 */
@NullMarked
package dev.greenlane.engine.understand.text;

import org.jspecify.annotations.NullMarked;
