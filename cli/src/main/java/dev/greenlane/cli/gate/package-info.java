/**
 * The engine as the commands use it, put together from what comes with Greenlane and what this machine shows. Prints
 * nothing.
 */
@NullMarked
package dev.greenlane.cli.gate;

import org.jspecify.annotations.NullMarked;
