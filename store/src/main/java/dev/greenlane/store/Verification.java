package dev.greenlane.store;

/** Whether the entries are those that were written. */
public sealed interface Verification {
    /**
     * Every entry is as it was written.
     *
     * @param first the number of the first entry that is kept
     * @param last the number of the last one; {@code first - 1} where there is none
     * @param hash the last entry's hash: whoever noted it elsewhere can tell later whether the past was written anew
     */
    record Intact(long first, long last, String hash) implements Verification {}

    /**
     * Something was changed.
     *
     * @param number the first entry that is not as it was written
     * @param what what is wrong, as a clause
     */
    record Broken(long number, String what) implements Verification {}
}
