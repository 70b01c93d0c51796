/**
 * opencode. It has no hooks of its own: the resource {@code greenlane-opencode.js} is a plugin that speaks {@code shape}'s
 * protocol for it.
 */
@NullMarked
package dev.greenlane.agents.opencode;

import org.jspecify.annotations.NullMarked;
