/**
 * Reads what a person has written: clauses with their mood (an order, a prohibition, a question), what is to be done and to
 * what. Knows how people put things, as data; knows neither tools nor effects.
 */
@NullMarked
package dev.greenlane.engine.consent.words;

import org.jspecify.annotations.NullMarked;
