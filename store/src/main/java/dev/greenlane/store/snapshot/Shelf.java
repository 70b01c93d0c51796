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
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the snapshots lie: what belongs to one has its number as a name, or before the dot in it. Thread-safe. */
final class Shelf {
    private static final String PACK = ".pack";
    private static final String AFTER = ".after";
    private static final String GONE = ".gone";
    private static final Pattern NAME = Pattern.compile("([0-9]{1,15})(\\.[a-z.]+)?");
    private static final String PART = ".part";
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

    /** The pack of a snapshot. */
    Path pack(long number) {
        return of(number, PACK);
    }

    /** A folder of files that are kept by a hard link; most snapshots have none. */
    Path links(long number) {
        return of(number, "");
    }

    private Path of(long number, String what) {
        return place.resolve(number + what);
    }

    /** Begins the next snapshot. Other processes may do so, too: the numbers that they have taken are passed over. */
    PackWriter next() throws IOException {
        if (last.get() == UNKNOWN) {
            PrivateFiles.folder(place);
            List<Long> numbers = numbers();
            last.compareAndSet(UNKNOWN, numbers.isEmpty() ? 0 : numbers.getLast());
        }
        while (true) {
            long number = last.incrementAndGet();
            try {
                return new PackWriter(pack(number), number);
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (NoSuchFileException e) {
                PrivateFiles.folder(place);
            }
        }
    }

    /** The numbers of all, of unfinished and removed ones, too; the oldest first. */
    List<Long> numbers() throws IOException {
        Set<Long> numbers = new TreeSet<>();
        try {
            for (Path each : Walk.names(place)) {
                Matcher name = NAME.matcher(each.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Long.valueOf(name.group(1)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return List.copyOf(numbers);
    }

    /** The files and the folder that belong to a snapshot and are there, what is in the folder before it. */
    List<Path> parts(long number) throws IOException {
        List<Path> parts = new ArrayList<>();
        Path links = links(number);
        if (Files.isDirectory(links, LinkOption.NOFOLLOW_LINKS)) {
            parts.addAll(Walk.names(links));
            parts.add(links);
        }
        for (String what : List.of(PACK, AFTER + PART, AFTER, GONE)) {
            Path part = of(number, what);
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Deletes all that belongs to a snapshot. */
    void delete(long number) throws IOException {
        for (Path part : parts(number)) {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes it and leaves the mark that it is removed, which keeps its number. */
    void empty(long number) throws IOException {
        remove(number);
        for (Path part : parts(number)) {
            if (!part.equals(of(number, GONE))) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** What a snapshot has kept; empty where it was never finished, or was removed. */
    Optional<Pack.Whole> find(long number) throws SnapshotFailure {
        if (isGone(number)) {
            return Optional.empty();
        }
        try (Pack pack = Pack.open(pack(number))) {
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
        separate(manifest);
        Path part = of(manifest.number(), AFTER + PART);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            Bytes.looks(out, looks(manifest));
        }
        Files.move(part, of(manifest.number(), AFTER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file that is still there, though it was to go, may be changed later: what is kept of it becomes a copy. */
    private void separate(Manifest manifest) throws IOException {
        for (Map.Entry<Path, Node> each : manifest.nodes().entrySet()) {
            if (each.getValue() instanceof Node.Regular file
                    && file.content().filter(Content::isLinked).isPresent()
                    && Seen.at(each.getKey()).inode() == file.seen().inode()) {
                Path kept =
                        links(manifest.number()).resolve(file.content().get().beside());
                Path copy = kept.resolveSibling(kept.getFileName() + PART);
                Files.copy(kept, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** How the threatened paths looked when the call was over; empty where nobody noted it. */
    Optional<Map<Path, Seen>> after(long number) {
        Path file = of(number, AFTER);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Optional.of(Bytes.looks(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isOver(long number) {
        return Files.exists(of(number, AFTER));
    }

    /** Marks it as removed; what younger ones use of it stays. */
    void remove(long number) throws IOException {
        PrivateFiles.file(of(number, GONE));
    }

    boolean isGone(long number) {
        return Files.exists(of(number, GONE));
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
