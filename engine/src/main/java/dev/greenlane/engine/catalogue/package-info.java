/**
 * What programs do, as data: {@link dev.greenlane.engine.catalogue.Catalogue}. Turns the words of a command into the effects
 * and inner commands that its description plans. Knows nothing of shells, files, sessions or policy.
 */
@NullMarked
package dev.greenlane.engine.catalogue;

import org.jspecify.annotations.NullMarked;
