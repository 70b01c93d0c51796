package dev.greenlane.store.snapshot;

import java.util.List;

/**
 * What was in a file, and where that is kept.
 *
 * @param hash SHA-512/256 in hexadecimal; empty where the file itself is kept, by a hard link, and was not read
 * @param pack the number of the snapshot that has it
 * @param beside the name of a file of its own in the folder of its links; empty where it is in the pack
 * @param extents the parts in the pack; what is between them is zeros
 */
public record Content(String hash, long length, long pack, String beside, List<Extent> extents) {

    public Content {
        extents = List.copyOf(extents);
    }

    /** Whether the file itself is kept, under a second name. */
    boolean isLinked() {
        return !beside.isEmpty();
    }

    /**
     * A part of a content.
     *
     * @param at where it begins in the content
     * @param offset where it begins in the pack
     */
    public record Extent(long at, long length, long offset) {}
}
