/**
 * The small interfaces through which the engine sees the world, read-only: files, folders, git, processes. Whoever
 * builds an engine brings the implementation, so that every verdict can be replayed from recorded answers.
 */
@NullMarked
package dev.greenlane.engine.look;

import org.jspecify.annotations.NullMarked;
