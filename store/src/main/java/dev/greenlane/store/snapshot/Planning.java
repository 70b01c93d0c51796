package dev.greenlane.store.snapshot;

import dev.greenlane.store.snapshot.Seen.Kind;
import dev.greenlane.store.snapshot.Step.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Compares what was kept with what there is. Used once, by one thread. */
final class Planning implements AutoCloseable {
    /** What nobody noted is taken for the call's own doing for so long. */
    private static final long GRACE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Shelf shelf;
    private final Packs packs;
    private final Map<Path, Node> kept = new TreeMap<>();
    private final Map<Path, Seen> now = new TreeMap<>();
    private final Map<Path, Seen> after = new HashMap<>();
    private final Map<Path, Step> steps = new TreeMap<>();
    private final List<Path> left = new ArrayList<>();
    private final Map<Path, String> unkept = new HashMap<>();
    private boolean knowsAfter = true;
    private long taken;

    Planning(Shelf shelf) {
        this.shelf = shelf;
        this.packs = new Packs(shelf);
    }

    /** @param numbers several are brought back as if one after the other, the newest first */
    Plan plan(List<Long> numbers) throws SnapshotFailure {
        List<Long> newestFirst =
                numbers.stream().sorted((a, b) -> Long.compare(b, a)).toList();
        for (long number : newestFirst) {
            Manifest manifest = shelf.get(number);
            Optional<Map<Path, Seen>> noted = shelf.after(number);
            knowsAfter &= noted.isPresent();
            noted.ifPresent(looks -> looks.forEach(after::putIfAbsent));
            older(manifest);
            taken = Math.max(
                    taken, TimeUnit.MILLISECONDS.toNanos(manifest.time().toEpochMilli()));
            now.putAll(Shelf.looks(manifest));
        }
        return compared(newestFirst);
    }

    /** The same with what is known of how the paths looked when they were left alone last. */
    Plan plan(List<Long> numbers, Map<Path, Seen> lastSeen) throws SnapshotFailure {
        after.putAll(lastSeen);
        return plan(numbers);
    }

    /** What stood there before an older snapshot's call comes before what stood there later. */
    private void older(Manifest manifest) {
        Map<Path, Node> nodes = manifest.nodes();
        kept.replaceAll((path, node) -> {
            Optional<Node> above = above(path, nodes);
            boolean wasMissing = !nodes.containsKey(path)
                    && above.filter(Shelf::tellsWhatIsBelow).isPresent();
            return wasMissing ? new Node.Nothing() : node;
        });
        kept.putAll(nodes);
    }

    /** The nearest folder above that was kept. */
    private static Optional<Node> above(Path path, Map<Path, Node> nodes) {
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            Node node = nodes.get(folder);
            if (node != null) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private Plan compared(List<Long> numbers) {
        TreeSet<Path> all = new TreeSet<>(kept.keySet());
        all.addAll(now.keySet());
        for (Path path : all) {
            Node node = kept.get(path);
            Seen seen = now.getOrDefault(path, Seen.NOTHING);
            if (node == null) {
                added(path, seen);
            } else if (node instanceof Node.Unkept not) {
                unkept.put(path, not.why());
            } else {
                change(path, node, seen)
                        .ifPresent(change ->
                                steps.put(path, new Step(path, change, node, seen, isSince(path, seen, change))));
            }
        }
        List.copyOf(steps.keySet()).forEach(this::keepTimeAbove);
        return new Plan(numbers, List.copyOf(steps.values()), left, unkept);
    }

    /** A step changes the time of its folder. */
    private void keepTimeAbove(Path path) {
        Path folder = path.getParent();
        Seen seen = folder == null ? Seen.NOTHING : now.getOrDefault(folder, Seen.NOTHING);
        if (folder != null && kept.get(folder) instanceof Node.Folder node && seen.kind() == Kind.FOLDER) {
            steps.putIfAbsent(folder, new Step(folder, Change.TIME, node, seen, false));
        }
    }

    /** Something stands in a kept folder that was not there. */
    private void added(Path path, Seen seen) {
        Node above = above(path, kept).orElse(new Node.Nothing());
        if (!seen.exists() || !Shelf.tellsWhatIsBelow(above)) {
            return;
        }
        boolean since = isSince(path, seen, Change.REMOVE);
        if (above instanceof Node.Folder && (since || !after.containsKey(path))) {
            left.add(path);
        } else {
            steps.put(path, new Step(path, Change.REMOVE, new Node.Nothing(), seen, since));
        }
    }

    private boolean isSince(Path path, Seen seen, Change change) {
        Seen noted = after.get(path);
        if (noted == null && knowsAfter) {
            noted = Seen.NOTHING;
        }
        if (noted != null) {
            return change != Change.TIME && !noted.looksLike(seen);
        }
        return change != Change.BRING_BACK && change != Change.TIME && seen.changed() > taken + GRACE_NANOS;
    }

    private Optional<Change> change(Path path, Node node, Seen seen) {
        boolean existed = node.seen().exists();
        if (!existed || !seen.exists()) {
            return !existed && !seen.exists()
                    ? Optional.empty()
                    : Optional.of(existed ? Change.BRING_BACK : Change.REMOVE);
        }
        if (node.seen().kind() != seen.kind()) {
            return Optional.of(Change.REPLACE);
        }
        return switch (node) {
            case Node.Regular file -> regular(path, file, seen);
            case Node.Folder folder -> folder(path, folder, seen);
            case Node.Link link ->
                link.seen().target().equals(seen.target())
                        ? link.seen().modified() == seen.modified() ? Optional.empty() : Optional.of(Change.TIME)
                        : Optional.of(Change.REPLACE);
            case Node.Nothing nothing -> Optional.empty();
            case Node.Unkept unkept -> Optional.empty();
        };
    }

    private Optional<Change> regular(Path path, Node.Regular file, Seen seen) {
        if (seen.isUntouchedSince(file.seen())) {
            return Optional.empty();
        }
        if (file.content().isPresent() && !hasContent(path, file.content().get(), file.seen(), seen)) {
            return Optional.of(Change.REPLACE);
        }
        boolean sameTime = seen.modified() == file.seen().modified() || isOther(file, seen);
        return seen.mode() == file.seen().mode() && sameTime && hasAttributes(path, file.attributes())
                ? Optional.empty()
                : Optional.of(Change.MARK);
    }

    /** Whether a file of which only the marks were kept has another content now, whose time is its own. */
    static boolean isOther(Node.Regular file, Seen seen) {
        return file.content().isEmpty() && file.seen().size() != seen.size();
    }

    private boolean hasContent(Path path, Content content, Seen before, Seen seen) {
        if (seen.size() != content.length()) {
            return false;
        }
        try {
            return content.isLinked()
                    ? seen.inode() == before.inode() && seen.modified() == before.modified()
                    : packs.get(content.pack()).isIn(path, content);
        } catch (IOException | SnapshotFailure e) {
            return false;
        }
    }

    private static Optional<Change> folder(Path path, Node.Folder folder, Seen seen) {
        if (seen.mode() != folder.seen().mode() || !hasAttributes(path, folder.attributes())) {
            return Optional.of(Change.MARK);
        }
        return seen.modified() == folder.seen().modified() ? Optional.empty() : Optional.of(Change.TIME);
    }

    private static boolean hasAttributes(Path path, Map<String, String> attributes) {
        try {
            return Marks.attributes(path).equals(attributes);
        } catch (IOException e) {
            return attributes.isEmpty();
        }
    }

    /** Whether the kind of a path has to go before something else can stand there. */
    static boolean isInTheWay(Step step) {
        return step.change() == Change.REMOVE
                || step.change() == Change.REPLACE
                        && (step.now().kind() == Kind.FOLDER
                                || step.kept().seen().kind() == Kind.FOLDER);
    }

    @Override
    public void close() throws IOException {
        packs.close();
    }
}
