package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes snapshots out of the store. While it runs, this process takes none. */
final class Removal {
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Shelf shelf;
    private final KnownContents known;

    Removal(Shelf shelf, KnownContents known) {
        this.shelf = shelf;
        this.known = known;
    }

    /**
     * A snapshot in the store.
     *
     * @param uses the packs that its contents are in
     */
    private record Held(long number, Instant time, long bytes, Set<Long> uses) {}

    int run(Retained retained, Instant now) throws IOException {
        List<Held> held = new ArrayList<>();
        List<Long> numbers = shelf.numbers();
        Set<Long> untouchable =
                new HashSet<>(Journal.pending(shelf).map(Journal::numbers).orElse(List.of()));
        long total = 0;
        for (long number : numbers) {
            Optional<Held> one = held(number);
            one.ifPresent(held::add);
            total += one.map(Held::bytes).orElse(0L);
        }
        int removed = 0;
        List<Held> staying = new ArrayList<>();
        for (Held each : held) {
            boolean goes = each.time().isBefore(now.minus(retained.age())) || total > retained.bytes();
            if (goes && !untouchable.contains(each.number())) {
                shelf.remove(each.number());
                total -= each.bytes();
                removed++;
            } else {
                staying.add(each);
            }
        }
        sweep(numbers, staying, now);
        return removed;
    }

    /** Deletes removed and unfinished ones that nobody uses. The last number tells the next, and stays. */
    private void sweep(List<Long> numbers, List<Held> staying, Instant now) throws IOException {
        Set<Long> used = new HashSet<>();
        staying.forEach(each -> {
            used.add(each.number());
            used.addAll(each.uses());
        });
        for (long number : numbers) {
            boolean last = number == numbers.getLast();
            if (!used.contains(number) && (shelf.isGone(number) || isAbandoned(number, now))) {
                known.forget(Set.of(number));
                if (last) {
                    shelf.empty(number);
                } else {
                    shelf.delete(number);
                }
            }
        }
    }

    /** Another process may be writing it, but not for so long. */
    private boolean isAbandoned(long number, Instant now) throws IOException {
        try {
            for (Path part : shelf.parts(number)) {
                if (changed(part).isAfter(now.minus(ABANDONED))) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Optional<Held> held(long number) throws IOException {
        try {
            Optional<Pack.Whole> whole = shelf.find(number);
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            Manifest manifest = whole.get().manifest();
            Set<Long> uses = new HashSet<>();
            for (Node node : manifest.nodes().values()) {
                if (node instanceof Node.Regular file) {
                    file.content().ifPresent(content -> uses.add(content.pack()));
                }
            }
            return Optional.of(new Held(number, manifest.time(), size(number), uses));
        } catch (SnapshotFailure e) {
            // A person may want to look at it as long as it would have been kept.
            Instant written = changed(shelf.pack(number));
            return Optional.of(new Held(number, written, size(number), Set.of(number)));
        }
    }

    private static Instant changed(Path part) throws IOException {
        return Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    private long size(long number) throws IOException {
        long size = 0;
        try {
            for (Path each : shelf.parts(number)) {
                size += Files.isRegularFile(each) ? Files.size(each) : 0;
            }
        } catch (NoSuchFileException e) {
            return size;
        }
        return size;
    }
}
