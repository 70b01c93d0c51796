/**
 * Claude Code: answers its hooks with verdicts. Knows the agent's events and modes; the protocol's text is in
 * {@code wire}, the judgement is the engine's.
 */
@NullMarked
package dev.greenlane.agents.claudecode;

import org.jspecify.annotations.NullMarked;
