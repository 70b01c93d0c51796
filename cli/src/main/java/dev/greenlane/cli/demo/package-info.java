/**
 * The demonstration: a throw-away project, a recorded session of an agent, and the real engine between them. Touches nothing
 * outside the folder it makes.
 */
@NullMarked
package dev.greenlane.cli.demo;

import org.jspecify.annotations.NullMarked;
