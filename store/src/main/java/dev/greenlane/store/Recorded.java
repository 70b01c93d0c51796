package dev.greenlane.store;

/**
 * An entry as it stands in the ledger.
 *
 * @param number its place, counted from 1 without a gap
 * @param hash the SHA-256 that chains it to the entries before, 64 hexadecimal digits
 */
public record Recorded(long number, Entry entry, String hash) {}
