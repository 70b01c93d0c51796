/**
 * Runs real agents by themselves against a scripted model, in a home that is thrown away, to see whether their hooks fire.
 * What each agent needs for that is in {@code clients.yaml}. It knows nothing of how hooks are installed.
 */
@NullMarked
package dev.greenlane.cli.drive;

import org.jspecify.annotations.NullMarked;
