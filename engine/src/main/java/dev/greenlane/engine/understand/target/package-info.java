/**
 * What effects act on: reads values as paths and hosts, says where a path lies and what it is, and keeps the log of effects
 * that a call is found to have. Knows nothing of shells or programs.
 */
@NullMarked
package dev.greenlane.engine.understand.target;

import org.jspecify.annotations.NullMarked;
