/**
 * The {@code greenlane} command: reads arguments, calls the rooms below and prints what they answer.
 *
 * <p>It decides nothing itself.
 */
@NullMarked
package dev.greenlane.cli;

import org.jspecify.annotations.NullMarked;
