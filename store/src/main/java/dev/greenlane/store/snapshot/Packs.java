package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;

/** Packs that are read, each opened once. Thread-safe. */
final class Packs implements AutoCloseable {
    private final Shelf shelf;
    private final Map<Long, Pack> open = new HashMap<>();

    Packs(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The pack of a snapshot. */
    synchronized Pack get(long number) throws IOException, SnapshotFailure {
        Pack known = open.get(number);
        if (known != null) {
            return known;
        }
        try {
            Pack fresh = Pack.open(shelf.pack(number));
            open.put(number, fresh);
            return fresh;
        } catch (NoSuchFileException e) {
            throw new SnapshotFailure(SnapshotFailure.Kind.DAMAGED, "a part of the snapshot is missing", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Pack pack : open.values()) {
            pack.close();
        }
    }
}
