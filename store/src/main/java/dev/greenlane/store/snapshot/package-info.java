/**
 * What calls could have lost: {@link dev.greenlane.store.snapshot.Snapshots} keeps files and folders as they are before a call
 * changes them, and {@link dev.greenlane.store.snapshot.Undo} brings them back.
 *
 * <p>A snapshot is one file, the pack: contents one after the other, what was where, and a hash of that at the end.
 * A pack without a whole end was never finished and counts for nothing. Contents are known by their SHA-512/256, kept once,
 * and checked when they are brought back.
 *
 * <p>Knows the file system. Knows nothing of calls, effects, verdicts, agents, git or screens: callers say which paths are
 * threatened and why.
 */
@NullMarked
package dev.greenlane.store.snapshot;

import org.jspecify.annotations.NullMarked;
