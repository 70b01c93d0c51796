package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps something once in a throw-away place: the first real call then does not wait for what keeping needs to begin. Stateless. */
public final class Rehearsal {
    private static final int FILES = 120;
    private static final int BYTES = 20_000;
    private static final String NAME = "rehearsal";

    private Rehearsal() {}

    /**
     * Does it.
     *
     * @param in a folder of the user's own; in it nothing is left
     */
    public static void run(Path in) throws IOException, SnapshotFailure {
        Path place = in.resolve(NAME);
        remove(place);
        try {
            PrivateFiles.folder(place);
            List<Threat> threats = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                Path file = place.resolve(Integer.toString(i));
                Files.write(file, new byte[BYTES + i]);
                threats.add(new Threat(file, i % 2 == 0 ? Threat.How.CHANGED : Threat.How.DELETED));
            }
            Snapshots store = new Snapshots(place.resolve("store"));
            Optional<Snapshot> taken =
                    store.take(threats, Occasion.call(Instant.EPOCH, NAME), Budget.UNLIMITED, path -> false);
            if (taken.isPresent()) {
                store.over(taken.get().number());
            }
        } finally {
            remove(place);
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path each : Walk.names(path)) {
                remove(each);
            }
        }
        Files.deleteIfExists(path);
    }
}
