package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import dev.greenlane.store.snapshot.SnapshotFailure.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Where the snapshots lie: a folder for each, named by its number. Thread-safe. */
final class Shelf {
    private static final String AFTER = "after";
    private static final String GONE = "gone";
    private static final int MOST_LOOKS = 200_000;

    private static final long UNKNOWN = -1;

    private final Path place;
    private final AtomicLong last = new AtomicLong(UNKNOWN);

    Shelf(Path place) {
        this.place = place;
    }

    Path place() {
        return place;
    }

    Path folder(long number) {
        return place.resolve(Long.toString(number));
    }

    /** Creates the folder of the next snapshot. Other processes may do so, too: what they have taken is passed over. */
    long next() throws IOException {
        if (last.get() == UNKNOWN) {
            PrivateFiles.folder(place);
            List<Long> numbers = numbers();
            last.compareAndSet(UNKNOWN, numbers.isEmpty() ? 0 : numbers.getLast());
        }
        while (true) {
            long number = last.incrementAndGet();
            try {
                PrivateFiles.newFolder(folder(number));
                return number;
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (NoSuchFileException e) {
                PrivateFiles.folder(place);
            }
        }
    }

    /** The numbers of all folders, those of unfinished and removed snapshots, too; the oldest first. */
    List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try {
            for (Path each : Walk.names(place)) {
                String name = each.getFileName().toString();
                if (name.matches("[0-9]{1,15}")) {
                    numbers.add(Long.valueOf(name));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        numbers.sort(null);
        return numbers;
    }

    /** What a snapshot has kept; empty where it was never finished, or was removed. */
    Optional<Pack.Whole> find(long number) throws SnapshotFailure {
        if (isGone(number)) {
            return Optional.empty();
        }
        try (Pack pack = Pack.open(folder(number))) {
            return pack.whole();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw damaged(number, e);
        }
    }

    /** As {@link #find}, where it has to be there. */
    Manifest get(long number) throws SnapshotFailure {
        return find(number)
                .map(Pack.Whole::manifest)
                .orElseThrow(() -> new SnapshotFailure(
                        Kind.ABSENT,
                        "there is no snapshot s" + number + "; greenlane undo --list shows those there are"));
    }

    private static SnapshotFailure damaged(long number, IOException e) {
        return new SnapshotFailure(Kind.DAMAGED, "snapshot s" + number + " cannot be read: " + e.getMessage(), e);
    }

    /** Notes how the threatened paths look now. */
    void over(Manifest manifest) throws IOException {
        Path folder = folder(manifest.number());
        separate(manifest);
        Path part = folder.resolve(AFTER + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            Bytes.looks(out, looks(manifest));
        }
        Files.move(part, folder.resolve(AFTER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file that is still there, though it was to go, may be changed later: what is kept of it becomes a copy. */
    private void separate(Manifest manifest) throws IOException {
        for (Map.Entry<Path, Node> each : manifest.nodes().entrySet()) {
            if (each.getValue() instanceof Node.Regular file
                    && file.content().filter(Content::isLinked).isPresent()
                    && Seen.at(each.getKey()).inode() == file.seen().inode()) {
                Path kept =
                        folder(manifest.number()).resolve(file.content().get().beside());
                Path copy = kept.resolveSibling(kept.getFileName() + ".part");
                Files.copy(kept, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** How the threatened paths looked when the call was over; empty where nobody noted it. */
    Optional<Map<Path, Seen>> after(long number) {
        Path file = folder(number).resolve(AFTER);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Optional.of(Bytes.looks(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isOver(long number) {
        return Files.exists(folder(number).resolve(AFTER));
    }

    /** Marks it as removed; what younger ones use of it stays. */
    void remove(long number) throws IOException {
        PrivateFiles.file(folder(number).resolve(GONE));
    }

    boolean isGone(long number) {
        return Files.exists(folder(number).resolve(GONE));
    }

    /** How what a snapshot has kept looks now, with what was added beside it. */
    static Map<Path, Seen> looks(Manifest manifest) {
        Map<Path, Seen> looks = new LinkedHashMap<>();
        for (Path each : manifest.nodes().keySet()) {
            look(each, looks);
        }
        for (Map.Entry<Path, Node> each : manifest.nodes().entrySet()) {
            if (tellsWhatIsBelow(each.getValue())) {
                below(each.getKey(), manifest.nodes(), looks);
            }
        }
        return looks;
    }

    /** Whether what is below and was not kept was not there. */
    static boolean tellsWhatIsBelow(Node node) {
        return !(node instanceof Node.Unkept) && !(node instanceof Node.Folder folder && !folder.isWhole());
    }

    private static void below(Path folder, Map<Path, Node> kept, Map<Path, Seen> looks) {
        Seen seen = looks.getOrDefault(folder, Seen.NOTHING);
        if (seen.kind() != Seen.Kind.FOLDER || looks.size() > MOST_LOOKS) {
            return;
        }
        try {
            for (Path each : Walk.names(folder)) {
                if (!kept.containsKey(each)) {
                    look(each, looks);
                    below(each, kept, looks);
                }
            }
        } catch (IOException e) {
            return; // what cannot be seen is left as it is
        }
    }

    /** Nothing stands in what is no folder any more; where a link stands there, what it leads to is another place. */
    private static void look(Path path, Map<Path, Seen> looks) {
        try {
            Seen folder = looks.get(path.getParent());
            boolean elsewhere = folder != null && folder.kind() != Seen.Kind.FOLDER;
            looks.put(path, elsewhere ? Seen.NOTHING : Seen.at(path));
        } catch (IOException e) {
            looks.put(path, new Seen(Seen.Kind.OTHER, 0, 0, 0, 0, 0, 0, 0, ""));
        }
    }
}
