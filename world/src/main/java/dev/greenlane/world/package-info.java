/**
 * What the gate sees of this machine, read-only: files, what lies below folders, git repositories, processes. Implements the
 * interfaces of {@link dev.greenlane.engine.look}; knows nothing of calls, rules or sessions.
 */
@NullMarked
package dev.greenlane.world;

import org.jspecify.annotations.NullMarked;
