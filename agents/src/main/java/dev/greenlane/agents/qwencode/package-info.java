/** Qwen Code. Its protocol is {@code shape}'s; its events and transcripts are here. */
@NullMarked
package dev.greenlane.agents.qwencode;

import org.jspecify.annotations.NullMarked;
