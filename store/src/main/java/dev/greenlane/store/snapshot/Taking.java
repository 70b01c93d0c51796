package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import dev.greenlane.store.snapshot.Threat.How;
import dev.greenlane.store.snapshot.Walk.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a walk has found into the pack of a snapshot. Small files are read and hashed on several threads, a few megabytes
 * at a time; the pack is written by one. Used once.
 */
final class Taking {
    private static final long SMALL = 1L << 20;
    private static final long AT_ONCE = 16L << 20;

    private final Path links;
    private final PackWriter pack;
    private final Walk walk;
    private final KnownContents known;
    private final long now;
    private final long deadline;
    private final Map<Path, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Content> fresh = new LinkedHashMap<>();
    private int beside;

    /**
     * @param links the folder for files that are kept by a hard link; made for the first of them
     * @param now the time, in nanoseconds since 1970
     * @param deadline by the clock of {@link System#nanoTime}; what takes longer is given up
     */
    Taking(Path links, PackWriter pack, Walk walk, KnownContents known, long now, long deadline) {
        this.links = links;
        this.pack = pack;
        this.walk = walk;
        this.known = known;
        this.now = now;
        this.deadline = deadline;
    }

    /** A small file: its place, and what was read of it. */
    private record Small(
            Path path,
            Seen seen,
            byte[] bytes,
            String hash,
            Optional<Content> before,
            Map<String, String> attributes,
            String unkept) {

        static Small not(Path path, Seen seen, String why) {
            return new Small(path, seen, new byte[0], "", Optional.empty(), Map.of(), why);
        }
    }

    /** What was kept, each folder before what is in it. */
    Map<Path, Node> run() throws IOException {
        walk.found().forEach((path, found) -> nodes.put(path, new Node.Nothing()));
        List<Map.Entry<Path, Found>> batch = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Path, Found> each : walk.found().entrySet()) {
            if (isSmall(each.getValue())) {
                batch.add(each);
                bytes += each.getValue().seen().size();
                if (bytes > AT_ONCE) {
                    small(batch);
                    batch.clear();
                    bytes = 0;
                }
            } else {
                nodes.put(each.getKey(), single(each.getKey(), each.getValue()));
            }
            checkTime();
        }
        small(batch);
        return nodes;
    }

    /** New contents of this snapshot that others may use. */
    Map<String, Content> fresh() {
        return fresh;
    }

    private boolean isSmall(Found found) {
        return found.unkept().isEmpty()
                && found.seen().kind() == Seen.Kind.FILE
                && found.seen().size() <= SMALL
                && found.how().isOfContent()
                && !walk.isKeptByLink(found.seen(), found.how());
    }

    private void small(List<Map.Entry<Path, Found>> batch) throws IOException {
        List<Small> read = batch.parallelStream()
                .map(each -> read(each.getKey(), each.getValue().seen()))
                .toList();
        for (Small file : read) {
            if (!file.unkept().isEmpty()) {
                nodes.put(file.path(), new Node.Unkept(file.seen(), file.unkept()));
            } else if (!file.seen().exists()) {
                nodes.remove(file.path());
            } else {
                Optional<Content> before = file.before().or(() -> content(file.hash()));
                Content content = before.isPresent() ? before.get() : pack.add(file.bytes(), file.hash());
                fresh.putIfAbsent(file.hash(), content);
                known.remember(file.seen(), content, now);
                nodes.put(file.path(), new Node.Regular(file.seen(), file.attributes(), Optional.of(content)));
            }
        }
        checkTime();
    }

    private Optional<Content> content(String hash) {
        Optional<Content> before = Optional.ofNullable(fresh.get(hash));
        return before.isPresent() ? before : known.byHash(hash);
    }

    private Small read(Path path, Seen before) {
        try {
            Map<String, String> attributes = Marks.attributes(path);
            Optional<Content> same = known.bySeen(before);
            if (same.isPresent() && isStill(path, before)) {
                return new Small(path, before, new byte[0], same.get().hash(), same, attributes, "");
            }
            byte[] bytes = bytes(path);
            String hash = HexFormat.of().formatHex(Pack.digest().digest(bytes));
            return new Small(path, before, bytes, hash, Optional.empty(), attributes, "");
        } catch (NoSuchFileException e) {
            return Small.not(path, Seen.NOTHING, "");
        } catch (IOException e) {
            return Small.not(path, before, Walk.reason(e));
        }
    }

    /** Whether nothing was done to it since the walk. */
    private static boolean isStill(Path path, Seen seen) {
        try {
            return Seen.at(path).isUntouchedSince(seen);
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }

    private Node single(Path path, Found found) throws IOException {
        Seen seen = found.seen();
        if (!found.unkept().isEmpty()) {
            return new Node.Unkept(seen, found.unkept());
        }
        try {
            return switch (seen.kind()) {
                case NOTHING -> new Node.Nothing();
                case LINK -> new Node.Link(seen);
                case FOLDER -> new Node.Folder(seen, Marks.attributes(path), found.how() != How.ITSELF);
                case FILE ->
                    new Node.Regular(
                            seen,
                            Marks.attributes(path),
                            found.how().isOfContent() ? Optional.of(large(path, seen, found.how())) : Optional.empty());
                case OTHER -> new Node.Unkept(seen, "it is neither a file nor a folder");
            };
        } catch (Unreadable e) {
            return new Node.Unkept(seen, Walk.reason(e));
        }
    }

    /** A file cannot be read; to be told from a pack that cannot be written. */
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }

    private Content large(Path path, Seen seen, How how) throws IOException {
        if (walk.isKeptByLink(seen, how)) {
            String name = "f" + ++beside;
            try {
                PrivateFiles.folder(links);
                Files.createLink(links.resolve(name), path);
                return new Content("", seen.size(), pack.number(), name, List.of());
            } catch (IOException | UnsupportedOperationException e) {
                // Then it is copied.
            }
        }
        Optional<Content> same = known.bySeen(seen);
        if (same.isPresent() && isStill(path, seen)) {
            return same.get();
        }
        try (FileChannel file = opened(path)) {
            Content content = pack.add(file, this::checkTime);
            fresh.putIfAbsent(content.hash(), content);
            known.remember(seen, content, now);
            return content;
        }
    }

    private static FileChannel opened(Path path) throws Unreadable {
        try {
            return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private void checkTime() throws TooSlow {
        if (System.nanoTime() - deadline > 0) {
            throw new TooSlow();
        }
    }

    /** The time is over. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
