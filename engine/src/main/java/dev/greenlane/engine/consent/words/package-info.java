/**
 * Reads what a person has written: clauses with their mood (an order, a prohibition, a question), what is to be done and to
 * what. Knows how people put things, as data; knows neither tools nor effects.
 *
 * <p>A message becomes tokens ({@code Token}); {@code MessageReader} cuts them into sentences, {@code SentenceReader} these into
 * clauses ({@code ClauseBounds} knows where one begins, {@code Conditions} where a condition does). {@code ClauseReader} reads
 * one: what forbids ({@code Denials}), what is to be done ({@code ClauseVerbs}, {@code VerbPlace}), what it is about ({@code
 * MentionReader}), and from all that its mood ({@code ClauseMood}). {@code Afterthoughts} and {@code Withdrawals} are what later
 * words do to earlier ones; {@code Links} gives words that point back what they point to. {@code Said} is all of it.
 */
@NullMarked
package dev.greenlane.engine.consent.words;

import org.jspecify.annotations.NullMarked;
