package dev.greenlane.engine.provenance;

import dev.greenlane.engine.look.Files.Kind;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.provenance.Works.Changed;
import dev.greenlane.engine.provenance.Works.Made;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The works of a session while one call is put into them. Not thread-safe; one per call. */
final class Draft {

    private static final int MOST_COPIES = 32;
    private static final int MOST_CONTENTS = 8;

    /** Stands for any file. */
    static final String ANYTHING = "";

    private final Before before;
    private final boolean trusting;
    private final Set<String> notOwn = new LinkedHashSet<>();
    private PathMap<Made> made;
    private PathMap<Changed> changed;
    private PathMap<Boolean> read;
    private PathMap<String> fetched;

    /** @param trusting whether what is moved to a path at which nobody looked arrives there */
    Draft(Works works, Before before, boolean trusting) {
        this.before = before;
        this.trusting = trusting;
        this.made = works.made();
        this.changed = works.changed();
        this.read = works.read();
        this.fetched = works.fetched();
    }

    Works works(Things things, List<Expected> expected) {
        return new Works(made, changed, read, fetched, things, expected);
    }

    /** The path itself, or the nearest folder above it, which this session has made. */
    Optional<String> own(String path) {
        return made.atOrAbove(path);
    }

    void read(String path) {
        read = read.at(path).isPresent() ? read : read.with(path, true);
    }

    void fetch(String path, String from) {
        fetched = fetched.with(path, from);
    }

    /** What stands there was not fetched. */
    void notFetched(String path) {
        fetched = fetched.at(path).isPresent() ? fetched.without(path) : fetched;
    }

    /** Somebody else has written there. */
    void foreign(String path) {
        made = made.without(path);
        changed = changed.without(path);
    }

    /** What is made there is not this session's own. */
    void notOwn(String path) {
        notOwn.add(path);
    }

    /** What was copied from something that is gone may now be the only one. */
    void lost(String path) {
        if (made.byPath().values().stream().anyMatch(each -> comesFrom(each, path))) {
            made = made.changed(all -> all.values().removeIf(each -> comesFrom(each, path)));
        }
    }

    private static boolean comesFrom(Made made, String path) {
        return made.copies().stream()
                .anyMatch(source -> source.equals(ANYTHING)
                        || path.equals(ANYTHING)
                        || Trees.isAtOrBelow(source, path)
                        || Trees.isAtOrBelow(path, source));
    }

    void forget(String path) {
        made = made.without(path);
        changed = changed.without(path);
        fetched = fetched.without(path);
        read = read.without(path);
    }

    void move(Set<String> sources, String to) {
        for (String source : sources) {
            String target = before.kind(to) == Kind.FOLDER ? Before.inside(to, source) : to;
            if (made.atOrAbove(target).isEmpty()) {
                lost(target);
            }
            Optional<Made> own = made.atOrAbove(source).flatMap(made::at);
            boolean within = made.at(source).isEmpty() && own.isPresent();
            if (own.isEmpty()) {
                notOwn.add(target);
                made.atOrAbove(target).ifPresent(this::disown);
            }
            boolean arrives = before.kind(target) == Kind.MISSING
                    || trusting
                    || made.at(target).isPresent();
            made = arrives ? made.moved(source, target) : made.without(source);
            if (within && arrives) {
                made = made.with(target, own.get().stamped(Optional.empty()));
            }
            changed = changed.without(target).without(source);
            fetched = fetched.moved(source, target);
            read = read.moved(source, target);
        }
    }

    /** Writes to a path that is the session's own, or below one. */
    void rewrite(String own, String path, boolean takesAway, Set<String> copies) {
        if (takesAway) {
            disown(own);
            return;
        }
        Made known = made.byPath().get(own);
        if (known != null && !known.copies().containsAll(copies)) {
            Set<String> all = new LinkedHashSet<>(known.copies());
            all.addAll(copies);
            made = made.with(own, new Made(known.stamp(), few(all)));
        }
        reopen(path);
    }

    private void disown(String own) {
        notOwn.add(own);
        made = made.changed(all -> all.remove(own));
    }

    private static Set<String> few(Set<String> copies) {
        return copies.size() <= MOST_COPIES ? copies : Set.of(ANYTHING);
    }

    void make(String path, Set<String> copies) {
        Before.Stood stood = before.stood().get(path);
        String top = stood == null ? path : stood.top();
        if (notOwn.stream().noneMatch(each -> Trees.isAtOrBelow(each, top))) {
            made = made.with(top, new Made(Optional.empty(), few(copies)));
        }
    }

    void change(String path) {
        Before.Stood stood = before.stood().get(path);
        if (stood == null || stood.content().isEmpty()) {
            return;
        }
        Optional<Changed> known = changed.at(path).filter(each -> each.stamp().isPresent());
        List<String> contents = new ArrayList<>(known.map(Changed::contents).orElse(List.of()));
        contents.remove(stood.content().get());
        contents.add(stood.content().get());
        List<String> last = contents.subList(Math.max(0, contents.size() - MOST_CONTENTS), contents.size());
        changed = changed.with(path, new Changed(Optional.empty(), last));
    }

    /** Files at or below a path are written to: what they are like afterwards is not known yet. */
    void reopen(String path) {
        made = reopened(made, path, each -> each.stamped(Optional.empty()));
        changed = reopened(changed, path, each -> each.stamped(Optional.empty()));
    }

    private static <V> PathMap<V> reopened(PathMap<V> map, String path, UnaryOperator<V> open) {
        if (map.byPath().isEmpty()) {
            return map;
        }
        Map<String, V> again = new LinkedHashMap<>();
        map.byPath().forEach((each, known) -> {
            if (Trees.isAtOrBelow(each, path)) {
                again.put(each, open.apply(known));
            }
        });
        return again.isEmpty() ? map : map.changed(all -> all.putAll(again));
    }
}
