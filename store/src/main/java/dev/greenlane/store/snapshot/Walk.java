package dev.greenlane.store.snapshot;

import dev.greenlane.store.snapshot.Seen.Kind;
import dev.greenlane.store.snapshot.Threat.How;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at what is threatened, in no more time and for no more bytes than a snapshot may take. One thread. */
final class Walk {
    private static final int MOST_IN_REMADE = 500;
    private static final long MOST_BYTES_IN_REMADE = 8L << 20;

    private final Budget budget;
    private final Predicate<Path> remade;
    private final Path store;
    private final long deadline;
    private final Map<Path, Found> found = new LinkedHashMap<>();
    private long bytes;
    private long copied;
    private boolean isOver;
    private boolean isBlind;
    private @Nullable Long storeDevice;

    /**
     * What stands at a path.
     *
     * @param unkept why it is not kept, with all that is below it; empty where it is
     */
    record Found(Seen seen, How how, String unkept) {}

    /**
     * @param remade whether a folder or file holds what can be made again: it is kept only while it is small
     * @param store the folder of snapshots, which is never looked into
     */
    Walk(Budget budget, Predicate<Path> remade, Path store) {
        this.budget = budget;
        this.remade = remade;
        this.store = store;
        this.deadline =
                System.nanoTime() + Math.min(Long.MAX_VALUE / 4, budget.time().toNanos());
    }

    private long storeDevice() {
        if (storeDevice != null) {
            return storeDevice;
        }
        long device = device(store);
        storeDevice = device;
        return device;
    }

    /** Where the folder does not stand yet, it will be on the device of the one that it will stand in. */
    private static long device(Path store) {
        try {
            Seen seen = Seen.at(store);
            for (Path above = store.getParent(); !seen.exists() && above != null; above = above.getParent()) {
                seen = Seen.at(above);
            }
            return seen.device();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Looks at all that is threatened, as far as the budget goes. */
    Walk over(List<Threat> threats) {
        for (Threat threat : threats) {
            if (isOver) {
                break;
            }
            root(threat);
        }
        return this;
    }

    Estimate estimate() {
        return Estimate.of(found.size(), bytes, copied, !isOver);
    }

    /** Whether something could not be looked at, so that it would not be kept. */
    boolean isBlind() {
        return isBlind;
    }

    /** A walk of its own beside this one, for {@link #add}. */
    Walk beside(Budget other) {
        return new Walk(other, remade, store);
    }

    /** Adds what another one has found, where both together stay within the budget; tells whether they do. */
    boolean add(Walk other) {
        Estimate both = Estimate.of(
                found.size() + other.found.size(),
                bytes + other.bytes,
                copied + other.copied,
                !isOver && !other.isOver);
        if (!both.fits(budget)) {
            return false;
        }
        take(other);
        return true;
    }

    private void take(Walk other) {
        other.found.forEach((path, each) -> {
            if (covers(path, each.how())) {
                found.put(path, each);
            }
        });
        bytes += other.bytes;
        copied += other.copied;
        isBlind |= other.isBlind;
    }

    /** What was found, each folder before what is in it. */
    Map<Path, Found> found() {
        return found;
    }

    private void root(Threat threat) {
        Path path = threat.path();
        try {
            Seen seen = Seen.at(path);
            if (!seen.exists()) {
                if (threat.how() != How.DELETED) {
                    found.putIfAbsent(firstMissing(path), new Found(seen, threat.how(), ""));
                }
                return;
            }
            visit(path, seen, threat.how());
            if (seen.kind() == Kind.LINK && threat.how() == How.CHANGED) {
                behind(path).ifPresent(target -> root(new Threat(target, threat.how())));
            }
        } catch (IOException e) {
            isBlind = true;
            found.put(path, new Found(Seen.NOTHING, threat.how(), reason(e)));
        }
    }

    /** What a call creates, it creates with the folders on the way. */
    private static Path firstMissing(Path path) throws IOException {
        Path missing = path;
        for (Path above = path.getParent(); above != null && !Seen.at(above).exists(); above = above.getParent()) {
            missing = above;
        }
        return missing;
    }

    private static Optional<Path> behind(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void visit(Path path, Seen seen, How how) throws IOException {
        if (path.startsWith(store) || !covers(path, how)) {
            return;
        }
        if (mayBeLarge(seen) && remade.test(path) && isLarge(path, seen)) {
            found.put(path, new Found(seen, how, "it can be made again"));
        } else if (seen.kind() == Kind.OTHER) {
            found.put(path, new Found(seen, how, "it is neither a file nor a folder"));
        } else {
            found.put(path, new Found(seen, how, ""));
            bytes += how.isOfContent() ? seen.size() : 0;
            copied += how.isOfContent() && !isKeptByLink(seen, how) ? seen.size() : 0;
            if (seen.kind() == Kind.FOLDER && how != How.ITSELF) {
                below(path, how);
            }
        }
        isOver |= bytes > budget.bytes()
                || System.nanoTime() > deadline
                || !estimate().fits(budget);
    }

    /** Whether it has yet to be looked at: a path that is threatened twice is kept for the worse. */
    private boolean covers(Path path, How how) {
        Found known = found.get(path);
        return !isOver && (known == null || how.compareTo(known.how()) > 0);
    }

    private void below(Path folder, How how) {
        try {
            for (Path each : names(folder)) {
                if (isOver || Thread.currentThread().isInterrupted()) {
                    isOver = true;
                    return;
                }
                Seen seen = Seen.at(each);
                if (seen.exists()) {
                    visit(each, seen, how);
                }
            }
        } catch (IOException e) {
            isBlind = true;
            Found known = found.get(folder);
            if (known != null) {
                found.put(folder, new Found(known.seen(), how, reason(e)));
            }
        }
    }

    static List<Path> names(Path folder) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(names::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private static boolean mayBeLarge(Seen seen) {
        return seen.kind() == Kind.FOLDER || seen.size() > MOST_BYTES_IN_REMADE;
    }

    private boolean isLarge(Path path, Seen seen) {
        Budget small = new Budget(
                MOST_BYTES_IN_REMADE, Estimate.of(MOST_IN_REMADE, 0, 0, true).time());
        if (seen.kind() != Kind.FOLDER) {
            return seen.size() > MOST_BYTES_IN_REMADE;
        }
        Walk inside = new Walk(small, any -> false, store);
        inside.below(path, How.CHANGED);
        return inside.isOver;
    }

    /** Whether the file itself is kept, by a second name: it only goes, and has no other name under which it could change. */
    boolean isKeptByLink(Seen seen, How how) {
        return how == How.DELETED
                && seen.kind() == Kind.FILE
                && seen.size() > 0
                && seen.links() == 1
                && seen.device() == storeDevice();
    }

    static String reason(IOException e) {
        return "it cannot be read (" + e.getClass().getSimpleName() + ")";
    }
}
