package dev.greenlane.service.keep;

import dev.greenlane.store.snapshot.Snapshot;
import java.util.Optional;

/**
 * What became of keeping.
 *
 * @param snapshot what was kept; empty where nothing was
 * @param failure why not all could be kept that can be lost for good, as a clause; empty where all was
 */
public record Kept(Optional<Snapshot> snapshot, Optional<String> failure) {
    /** There is nothing to keep, or nothing is to be kept. */
    public static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty());

    /** Whether it could be undone, in a sentence for the person who is asked; empty where nothing is lost. */
    public String told() {
        return failure.map(why -> "It could not be undone: " + why + ".")
                .orElse(snapshot.isPresent() ? "With a yes it can still be undone: greenlane undo." : "");
    }
}
