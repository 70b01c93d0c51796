/**
 * The {@code greenlane} command: reads arguments and streams, asks the engine, shows the answer. Judges nothing itself.
 */
@NullMarked
package dev.greenlane.cli;

import org.jspecify.annotations.NullMarked;
