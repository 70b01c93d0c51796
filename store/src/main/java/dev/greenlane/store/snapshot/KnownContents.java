package dev.greenlane.store.snapshot;

import dev.greenlane.engine.bounded.Bounded;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Contents that this process has kept a little while ago: what is kept already is not written again, and a file that was not
 * touched since is not even read. Thread-safe.
 */
final class KnownContents {
    private static final int MOST = 50_000;
    /** A file that was changed a moment ago may be changed again without its time telling. */
    private static final long SETTLED_NANOS = 2_000_000_000L;

    private final Map<String, Content> byHash = Bounded.byAge(MOST);
    private final Map<Long, Read> byInode = Bounded.byAge(MOST);

    private record Read(Seen seen, Content content) {}

    synchronized Optional<Content> byHash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** The content of a file that was not touched since it was read. */
    synchronized Optional<Content> bySeen(Seen seen) {
        return Optional.ofNullable(byInode.get(seen.inode()))
                .filter(read -> read.seen().isUntouchedSince(seen))
                .map(Read::content)
                .filter(content -> byHash.containsKey(content.hash()));
    }

    /** A file was read {@code now}, in nanoseconds since 1970. */
    synchronized void remember(Seen seen, Content content, long now) {
        if (now - seen.changed() > SETTLED_NANOS) {
            byInode.put(seen.inode(), new Read(seen, content));
        }
    }

    /** A snapshot is complete, so its contents can be used by others. */
    synchronized void complete(Map<String, Content> fresh) {
        byHash.putAll(fresh);
    }

    /** These packs may go. */
    synchronized void forget(Set<Long> packs) {
        byHash.values().removeIf(content -> packs.contains(content.pack()));
    }
}
