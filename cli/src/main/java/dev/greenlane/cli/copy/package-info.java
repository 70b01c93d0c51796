/**
 * Greenlane's private copy of itself: what hooks start, and the program behind it, in a folder of the user's that no checkout and
 * no update of Java pulls away. It knows nothing of any agent's settings.
 */
@NullMarked
package dev.greenlane.cli.copy;

import org.jspecify.annotations.NullMarked;
