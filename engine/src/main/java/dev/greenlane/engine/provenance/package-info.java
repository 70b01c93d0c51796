/**
 * Where things come from, as far as a session knows: what its calls made, changed, read and fetched. Knows nothing of what is
 * allowed, and looks at nothing itself.
 */
@NullMarked
package dev.greenlane.engine.provenance;

import org.jspecify.annotations.NullMarked;
