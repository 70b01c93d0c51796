/**
 * What calls of a session leave behind for later ones: what they have put into files. A
 * {@link dev.greenlane.engine.understand.trail.Trail} is a value that understanding takes and gives back; who keeps it
 * between calls is not known here.
 */
@NullMarked
package dev.greenlane.engine.understand.trail;

import org.jspecify.annotations.NullMarked;
