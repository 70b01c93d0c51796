package dev.greenlane.store.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a snapshot has kept.
 *
 * @param number of the snapshot
 * @param session the session whose call it was taken for; empty for none
 * @param undoes the snapshots that were brought back after this one was taken
 * @param roots what was threatened
 * @param nodes what was where; each folder before what is in it
 */
record Manifest(
        long number, Instant time, String session, List<Long> undoes, List<Threat> roots, Map<Path, Node> nodes) {

    Manifest {
        undoes = List.copyOf(undoes);
        roots = List.copyOf(roots);
    }

    /** The snapshot in short. */
    Snapshot snapshot(String hash, boolean isOver, boolean isUndone) {
        long files = 0;
        long bytes = 0;
        int unkept = 0;
        for (Node node : nodes.values()) {
            files += node instanceof Node.Regular ? 1 : 0;
            bytes += node instanceof Node.Regular ? node.seen().size() : 0;
            unkept += node instanceof Node.Unkept ? 1 : 0;
        }
        List<Path> paths = roots.stream().map(Threat::path).toList();
        return new Snapshot(number, time, session, undoes, paths, files, bytes, unkept, hash, isOver, isUndone);
    }
}
