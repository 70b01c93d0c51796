/** Cursor, by its published description of hooks; nobody has run this adapter against the client yet. */
@NullMarked
package dev.greenlane.agents.cursor;

import org.jspecify.annotations.NullMarked;
