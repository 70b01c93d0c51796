/**
 * What outlives a process: the {@link dev.greenlane.store.Ledger}, an append-only record of every call and its verdict in one
 * SQLite file, with the {@link dev.greenlane.store.Sessions} whose counters are kept in the same transactions.
 *
 * <p>One process writes ({@link dev.greenlane.store.Ledger}), any number read ({@link dev.greenlane.store.LedgerReader}).
 * Secrets are taken out on the way in, by {@link dev.greenlane.store.Redactor}, and there is no other way in. Entries are
 * chained by their hashes ({@link dev.greenlane.store.Chain}).
 *
 * <p>Knows the values of the engine. Knows nothing of agents, wires, services or screens, decides nothing, and reads neither
 * the clock nor the environment: callers bring the time and the path.
 */
@NullMarked
package dev.greenlane.store;

import org.jspecify.annotations.NullMarked;
