/**
 * What the results of a session's calls have listed: things with names and properties, read from tables, records, JSON and
 * plain lists. What stands there is hearsay about objects, never a wish. Knows nothing of users, rules or effects.
 */
@NullMarked
package dev.greenlane.engine.listing;

import org.jspecify.annotations.NullMarked;
