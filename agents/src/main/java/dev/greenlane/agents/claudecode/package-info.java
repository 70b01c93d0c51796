/** Claude Code. Its protocol is {@code shape}'s; what is its own is here: its events and its transcripts. */
@NullMarked
package dev.greenlane.agents.claudecode;

import org.jspecify.annotations.NullMarked;
