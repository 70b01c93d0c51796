package dev.greenlane.store;

/**
 * An entry is committed.
 *
 * @param number its place in the ledger
 * @param counted the session whose denials are counted for it, after it: the entry's own, or for a subagent the one that
 *     stands above all its parents
 */
public record Receipt(long number, Session counted) {}
