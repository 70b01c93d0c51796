package dev.greenlane.store.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot in short.
 *
 * @param number its number: 1, 2, 3, …; a number is never used twice
 * @param time when it was taken
 * @param session the session whose call it was taken for; empty where it was taken before an undo
 * @param undoes the snapshots that were brought back after this one was taken; none for a call's
 * @param paths what was threatened
 * @param files how many files it has
 * @param bytes how large they are together
 * @param unkept how many paths could not be kept
 * @param hash of all that is known of what was where; who has it can tell whether the snapshot was changed
 * @param isOver whether it is known how the paths looked after the call
 * @param isUndone whether it was brought back, and that was not taken back
 */
public record Snapshot(
        long number,
        Instant time,
        String session,
        List<Long> undoes,
        List<Path> paths,
        long files,
        long bytes,
        int unkept,
        String hash,
        boolean isOver,
        boolean isUndone) {

    public Snapshot {
        undoes = List.copyOf(undoes);
        paths = List.copyOf(paths);
    }

    /** The name for people: {@code s17}. */
    public String id() {
        return "s" + number;
    }

    /** The number in a name. */
    public static Optional<Long> number(String id) {
        return id.matches("s[0-9]{1,15}") ? Optional.of(Long.valueOf(id.substring(1))) : Optional.empty();
    }
}
