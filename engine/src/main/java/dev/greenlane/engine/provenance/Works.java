package dev.greenlane.engine.provenance;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the calls of a session have made, changed, read and fetched. A call goes in, new works come out. Immutable, thread-safe
 * and bounded; a folder that was made stands for all below it. Its own answers are those of one who does not look;
 * {@link #seenIn} looks whether somebody else has changed something since.
 *
 * @param made files and folders where nothing stood before
 * @param changed files that stood there before
 * @param read files
 * @param fetched what came from outside: where from
 * @param things what has a name and no path
 * @param expected what the last call is to make of that kind
 */
public record Works(
        PathMap<Made> made,
        PathMap<Changed> changed,
        PathMap<Boolean> read,
        PathMap<String> fetched,
        Things things,
        List<Expected> expected)
        implements Provenance {

    static final int MOST_PATHS = 4096;
    private static final int MOST_READ = 1024;

    /** No call was made yet. */
    public static final Works NONE = new Works(
            PathMap.empty(MOST_PATHS),
            PathMap.empty(MOST_PATHS),
            PathMap.empty(MOST_READ),
            PathMap.empty(MOST_READ),
            Things.NONE,
            List.of());

    public Works {
        expected = List.copyOf(expected);
    }

    /**
     * A file or folder that was made.
     *
     * @param stamp what it was like when it was last written to; empty where nobody looked since
     * @param copies files from which its content may come, and which this session has not made
     */
    record Made(Optional<String> stamp, Set<String> copies) {
        Made {
            copies = Set.copyOf(copies);
        }

        Made stamped(Optional<String> now) {
            return new Made(now, copies);
        }
    }

    /**
     * A file that was changed.
     *
     * @param stamp what it was like when it was last written to; empty where nobody looked since
     * @param contents what was in it before one of the changes, named as git names it; all changes since were this session's
     */
    record Changed(Optional<String> stamp, List<String> contents) {
        Changed {
            contents = List.copyOf(contents);
        }

        Changed stamped(Optional<String> now) {
            return new Changed(now, contents);
        }
    }

    /**
     * The works after a call that was executed; {@link #settled} tells what it made that has a name.
     *
     * @param earlier what was left by the calls before it
     * @param before what was there before it
     */
    public Works after(Understanding executed, Trail earlier, Optional<String> home, Before before) {
        return new Fold(this, home, before).of(executed, earlier);
    }

    /**
     * The works after a call that was executed while nobody looked.
     *
     * @param earlier what was left by the calls before it
     * @param result what it gave back, where that is known
     */
    public Works afterUnseen(Understanding executed, Trail earlier, Optional<String> home, Optional<String> result) {
        return new Fold(this, home, result).of(executed, earlier).trusted(result);
    }

    /** These works with those of one more call, which was reviewed at {@code before}, while others went on. */
    public Works after(Works before, Works after) {
        return equals(before)
                ? after
                : new Works(
                        made.after(before.made, after.made),
                        changed.after(before.changed, after.changed),
                        read.after(before.read, after.read),
                        fetched.after(before.fetched, after.fetched),
                        without(before, after).and(after.things),
                        after.expected);
    }

    private Things without(Works before, Works after) {
        Things left = things;
        for (Things.Named each : before.things.named()) {
            left = after.things.named().contains(each) ? left : left.without(each.name());
        }
        return left;
    }

    /** With the things that a call is taken to have made of which nobody saw more. */
    Works trusted(Optional<String> result) {
        Things named = things;
        for (Expected each : expected) {
            named = named.and(new Things(result.map(each::made).orElseGet(each::made)));
        }
        return new Works(made, changed, read, fetched, named, expected);
    }

    /**
     * With a look at what a call has written, now that it has taken place. What it did not make after all, it has not made.
     *
     * @param before the works when it was reviewed
     * @param after the works that were to be expected of it
     * @param result what it gave back
     */
    public Works settled(Works before, Works after, Files files, String result) {
        PathMap<Made> settled = made.changed(all -> after.made.byPath().forEach((path, made) -> {
            if (all.containsKey(path) && !made.equals(before.made.byPath().get(path))) {
                if (files.kind(path) == Files.Kind.MISSING) {
                    all.remove(path);
                } else {
                    all.put(path, made.stamped(files.stamp(path)));
                }
            }
        }));
        PathMap<Changed> stamped = changed.changed(all -> after.changed.byPath().forEach((path, changed) -> {
            if (all.containsKey(path) && !changed.equals(before.changed.byPath().get(path))) {
                all.put(path, changed.stamped(files.stamp(path)));
            }
        }));
        Things named = things;
        for (Expected each : after.expected) {
            named = named.and(new Things(each.made(result)));
        }
        return new Works(settled, stamped, read, fetched, named, expected);
    }

    /** Without files and folders of which nobody knows any more whose they are. */
    public Works without(Set<String> paths) {
        return new Works(
                made.changed(all -> all.keySet().removeAll(paths)),
                changed.changed(all -> all.keySet().removeAll(paths)),
                read,
                fetched,
                things,
                expected);
    }

    /** What there is to tell a person. */
    public Inventory inventory() {
        Map<Thing, List<String>> named = new EnumMap<>(Thing.class);
        for (Things.Named each : things.named()) {
            named.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each.name());
        }
        return new Inventory(
                List.copyOf(made.byPath().keySet()),
                List.copyOf(changed.byPath().keySet()),
                List.copyOf(read.byPath().keySet()),
                fetched.byPath(),
                named);
    }

    /** What is known where somebody looks whether others have changed something since. */
    public Provenance seenIn(World world) {
        return new Seen(this, world);
    }

    @Override
    public boolean made(String path) {
        return made.atOrAbove(path).isPresent();
    }

    @Override
    public boolean hasRead(String path) {
        return read.at(path).isPresent();
    }

    @Override
    public Optional<String> fetchedFrom(String path) {
        return fetched.atOrAbove(path).flatMap(fetched::at);
    }

    @Override
    public boolean made(Thing kind, String name) {
        return things.made(kind, name);
    }
}
