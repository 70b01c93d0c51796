/**
 * The judge: puts calls that rules cannot decide before a language model, and takes from its answer no more than was asked for.
 * {@code Case} is what it sees, {@code Brief} the text of it, {@code Judge} the two questions, {@code Judged} what came of them.
 * Knows nothing of agents, settings, ledgers or screens.
 */
@NullMarked
package dev.greenlane.models.judge;

import org.jspecify.annotations.NullMarked;
