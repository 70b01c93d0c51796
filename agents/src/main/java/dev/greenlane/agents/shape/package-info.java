/**
 * Claude Code's hook protocol, which other clients have taken over in most of its parts: one reader and one writer, and the
 * points on which clients differ as data. Knows no client by name.
 */
@NullMarked
package dev.greenlane.agents.shape;

import org.jspecify.annotations.NullMarked;
