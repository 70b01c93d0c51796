/** OpenAI's Codex CLI. Its protocol is {@code shape}'s with fewer words; its events and transcripts are here. */
@NullMarked
package dev.greenlane.agents.codex;

import org.jspecify.annotations.NullMarked;
