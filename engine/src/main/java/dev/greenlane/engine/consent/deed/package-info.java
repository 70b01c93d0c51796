/**
 * What an effect is in the terms in which people speak: what is done, to which things, and where. Joins effects with what the
 * session's results have listed. Hears nobody.
 */
@NullMarked
package dev.greenlane.engine.consent.deed;

import org.jspecify.annotations.NullMarked;
