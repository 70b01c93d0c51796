/**
 * How things look for a person at a terminal: colour, width, wrapping, progress. Knows nothing of calls and verdicts.
 */
@NullMarked
package dev.greenlane.cli.screen;

import org.jspecify.annotations.NullMarked;
