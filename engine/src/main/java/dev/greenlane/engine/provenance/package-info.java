/**
 * Where things come from, as far as a session knows: what its calls made, changed, read and fetched. Knows nothing of what is
 * allowed. {@link dev.greenlane.engine.provenance.Works} is a value: an executed call goes in, new works come out.
 * {@link dev.greenlane.engine.provenance.Before} is what stood there before the call ran, without which nothing is said to be made.
 */
@NullMarked
package dev.greenlane.engine.provenance;

import org.jspecify.annotations.NullMarked;
