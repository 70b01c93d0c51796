package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import dev.greenlane.store.snapshot.Seen.Kind;
import dev.greenlane.store.snapshot.Step.Change;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does the steps of an undo: first what is in the way goes, then folders and links come, then files, on several threads, last the
 * marks of folders. A file is written beside its place and takes it with one rename: it is there as it was or as it is to be.
 * Used once, by one thread.
 */
final class Restoring implements AutoCloseable {
    private static final String PART = ".greenlane-undo-";
    private static final int OWNER_MAY_ALL = 0700;

    private final Shelf shelf;
    private final String part;
    private final Packs packs;
    private final Map<Path, Node.Folder> folders = new LinkedHashMap<>();
    private final Map<Path, Seen> opened = new LinkedHashMap<>();
    private final Set<Path> writable = new HashSet<>();
    private final Map<Path, String> failed = new ConcurrentHashMap<>();

    /** @param number tells the files of this undo from those of others */
    Restoring(Shelf shelf, long number) {
        this.shelf = shelf;
        this.packs = new Packs(shelf);
        this.part = PART + number + "-";
    }

    /** What could not be done, and why. */
    Map<Path, String> failed() {
        return failed;
    }

    void run(List<Step> steps) {
        for (Step step : steps.reversed()) {
            if (Planning.isInTheWay(step)) {
                inOpened(step, () -> Files.deleteIfExists(step.path()));
            }
        }
        writable.clear();
        int count = 0;
        List<Placed> files = new ArrayList<>();
        for (Step step : steps) {
            Placed placed = new Placed(step, step.path().resolveSibling(part + count++));
            if (step.change() != Change.REMOVE && !failed.containsKey(step.path())) {
                boolean isFile = step.kept() instanceof Node.Regular;
                inOpened(step, isFile ? () -> files.add(placed) : () -> put(placed));
            }
        }
        files.parallelStream().forEach(each -> attempt(each.step(), () -> put(each)));
        for (Map.Entry<Path, Node.Folder> each : List.copyOf(folders.entrySet()).reversed()) {
            opened.remove(each.getKey());
            marks(each.getKey(), each.getValue());
        }
        opened.forEach(this::close);
    }

    /** A step and where its new file is written first. */
    private record Placed(Step step, Path beside) {}

    @FunctionalInterface
    private interface Deed {
        void run() throws IOException, SnapshotFailure;
    }

    private void inOpened(Step step, Deed deed) {
        attempt(step, () -> {
            open(step);
            deed.run();
        });
    }

    private void attempt(Step step, Deed deed) {
        try {
            deed.run();
        } catch (DirectoryNotEmptyException e) {
            failed.put(step.path(), "there is something newer in it");
        } catch (SnapshotFailure e) {
            failed.put(step.path(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            failed.put(step.path(), "it cannot be written (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Lets a folder that its owner may not write be written for a while. */
    private void open(Step step) throws IOException {
        Path folder = step.path().getParent();
        if (folder == null || !writable.add(folder)) {
            return;
        }
        Seen seen = Seen.at(folder);
        if (!seen.exists()) {
            Files.createDirectories(folder);
        } else if (seen.kind() == Kind.FOLDER && (seen.mode() & OWNER_MAY_ALL) != OWNER_MAY_ALL) {
            opened.put(folder, seen);
            Files.setAttribute(folder, "unix:mode", seen.mode() | OWNER_MAY_ALL);
        }
    }

    private void close(Path folder, Seen seen) {
        try {
            if (Seen.at(folder).kind() == Kind.FOLDER) {
                Files.setAttribute(folder, "unix:mode", seen.mode());
            }
        } catch (IOException e) {
            failed.put(folder, "it cannot be given its mode again");
        }
    }

    private void put(Placed placed) throws IOException, SnapshotFailure {
        Step step = placed.step();
        Path path = step.path();
        Path beside = placed.beside();
        switch (step.kept()) {
            case Node.Folder folder -> {
                folders.put(path, folder);
                if (step.now().kind() != Kind.FOLDER) {
                    folder(path);
                }
            }
            case Node.Link link -> {
                if (step.change() != Change.TIME) {
                    Files.deleteIfExists(beside);
                    Files.createSymbolicLink(beside, Path.of(link.seen().target()));
                    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
                }
                Marks.time(path, link.seen());
            }
            case Node.Regular file -> {
                if (step.change() != Change.MARK && file.content().isPresent()) {
                    file(beside, file.content().get(), file);
                    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    Marks.set(path, file.seen(), file.attributes());
                    if (Planning.isOther(file, step.now())) {
                        Marks.time(path, step.now());
                    }
                }
            }
            case Node.Nothing nothing -> Files.deleteIfExists(path);
            case Node.Unkept unkept -> failed.put(path, unkept.why());
        }
    }

    private static void folder(Path path) throws IOException {
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private void file(Path beside, Content content, Node.Regular file) throws IOException, SnapshotFailure {
        Files.deleteIfExists(beside);
        if (content.isLinked()) {
            linked(shelf.links(content.pack()).resolve(content.beside()), beside, file.seen());
            Marks.set(beside, file.seen(), file.attributes());
            return;
        }
        try (FileChannel to = PrivateFiles.create(beside)) {
            packs.get(content.pack()).copy(content, to);
        } catch (IOException | SnapshotFailure e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        Marks.setNew(beside, file.seen(), file.attributes());
    }

    /** The file itself was kept: what is not as it was then was changed through another name. */
    private static void linked(Path kept, Path beside, Seen seen) throws IOException, SnapshotFailure {
        Seen now = Seen.at(kept);
        if (now.size() != seen.size() || now.modified() != seen.modified()) {
            throw new SnapshotFailure(
                    SnapshotFailure.Kind.DAMAGED, "its content in the snapshot was changed since it was kept");
        }
        Files.createLink(beside, kept);
    }

    private void marks(Path path, Node.Folder folder) {
        try {
            Marks.set(path, folder.seen(), folder.attributes());
        } catch (IOException e) {
            failed.put(path, "its mode and time cannot be set (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Removes what an undo that was cut off had not put in place yet. */
    static void sweep(Journal journal) throws IOException {
        Set<Path> folders = new HashSet<>();
        journal.paths().forEach(path -> folders.add(path.resolveSibling(".")));
        for (Path folder : folders) {
            if (Seen.at(folder.normalize()).kind() == Kind.FOLDER) {
                for (Path each : Walk.names(folder.normalize())) {
                    if (each.getFileName().toString().startsWith(PART + journal.redo() + "-")) {
                        Files.deleteIfExists(each);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        packs.close();
    }
}
